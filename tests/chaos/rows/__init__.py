"""The rows by what is broken; `ALL` in the order of the table."""

from tests.chaos.row import Row
from tests.chaos.rows import broker, endings, growth, intake, steps, workers

ALL: tuple[Row, ...] = tuple(
    sorted(
        (*workers.ROWS, *endings.ROWS, *broker.ROWS, *intake.ROWS, *steps.ROWS, *growth.ROWS),
        key=lambda row: (int("".join(filter(str.isdigit, row.id))), row.id),
    )
)
