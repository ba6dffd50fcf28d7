"""Every command that a page tells people to copy is run, as it stands there, on a real Kafka beside a worker."""

import asyncio
import contextlib
import gzip
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from agents.broker import Kafka
from agents.provision import apply_topics
from agents.settings import load_settings
from tests.docs.pages import HOUSE, PAGES, Block, blocks, name
from tests.e2e.station import _free_ports

pytestmark = pytest.mark.slow
PROGRAMS = ("kcat", "curl")
ASIDE = "aside."  # where commands that go on for ever run, beside the worker that answers the others
SETTLE_S = 3.0  # a command that goes on for ever has not ended by then
SHOWN = {  # what a reader must see, beyond that nothing fails
    "README.md": ["bridges-hit", "articles went to news.articles", "marsad_alerts_total"],
    "docs/operations.md": ["1 would go back", "1 went back", "0 went back; not: ", "grown    news.articles"],
}
WITH_COMMANDS = [page for page in PAGES if blocks(page)]


@dataclass(frozen=True)
class Field:
    """A folder like the checkout, and what commands need in their environment."""

    folder: Path
    env: dict[str, str]
    ports: dict[str, str]  # as pages name them -> as they are here

    def text(self, block: Block) -> str:
        return re.sub("|".join(map(re.escape, self.ports)), lambda found: self.ports[found[0]], block.text)

    def start(self, block: Block, log: Path, **more: str) -> subprocess.Popen[bytes]:
        with log.open("ab") as out:
            return subprocess.Popen(
                ["bash", "-eo", "pipefail", "-c", self.text(block)],
                cwd=self.folder,
                env=self.env | more,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Field]:
    folder = tmp_path_factory.mktemp("field")
    for part in ("docs", "seeds", "rules", "monitoring"):
        (folder / part).symlink_to(HOUSE / part)
    with gzip.open(folder / "my-articles.jsonl.gz", "wb") as file:
        file.write((HOUSE / "seeds" / "war-day.jsonl").read_bytes())
    port = _free_ports(2)
    with Kafka() as kafka:
        for prefix in ("news.", ASIDE):  # before anybody follows one of them
            asyncio.run(apply_topics(load_settings(bootstrap=(kafka.bootstrap,), prefix=prefix)))
        env = os.environ | {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "KAFKA_BOOTSTRAP_SERVERS": kafka.bootstrap,
            "MARSAD_HTTP": f"127.0.0.1:{port}",
            "MARSAD_STATE": str(folder / "state"),
        }
        ports = {"127.0.0.1:9092": kafka.bootstrap, ":9464": f":{port}", ":9465": f":{port + 1}"}
        made = Field(folder, env, ports)
        worker = made.start(Block(0, "marsad run", ""), folder / "worker.log")
        try:
            ready = f"until curl -sf http://127.0.0.1:{port}/readyz; do sleep 0.2; done"
            if subprocess.run(["bash", "-c", "command -v curl"], capture_output=True, check=False).returncode == 0:
                subprocess.run(["bash", "-c", ready], capture_output=True, check=True, timeout=90)
            yield made
        finally:
            end(worker)


def end(process: subprocess.Popen[bytes]) -> None:
    """SIGTERM to a session that we have begun; its children are waited for."""
    children = []
    with contextlib.suppress(psutil.NoSuchProcess):
        children = psutil.Process(process.pid).children(recursive=True)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    process.wait(15)
    psutil.wait_procs(children, timeout=15)


def test_every_mark_is_one_that_we_know() -> None:
    for page in WITH_COMMANDS:
        for block in blocks(page):
            assert block.mark in ("", "background") or re.fullmatch(r"not run: \S.{10,}", block.mark), block


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_command_hides_in_an_indented_block(page: Path) -> None:
    hidden = re.compile(r"^    (?:marsad|make|kcat|curl|python|docker|echo) .*", re.MULTILINE)
    assert not hidden.findall(page.read_text("utf-8"))


@pytest.mark.timeout(240)
@pytest.mark.parametrize("page", WITH_COMMANDS, ids=name)
def test_what_a_page_tells_people_to_copy_works(
    page: Path, field: Field, tool: Callable[[str], str], tmp_path: Path
) -> None:
    going_on: list[tuple[Block, subprocess.Popen[bytes], Path]] = []
    try:
        for block in blocks(page):
            log = tmp_path / f"{block.line}.log"
            if block.mark.startswith("not run"):
                continue
            for program in PROGRAMS:
                if re.search(rf"\b{program}\b", block.text):
                    tool(program)
            if block.mark == "background":
                process = field.start(block, log, MARSAD_PREFIX=ASIDE, MARSAD_HTTP="off")
                going_on.append((block, process, log))
                continue
            process = field.start(block, log)
            try:
                code = process.wait(90)
            except subprocess.TimeoutExpired:
                end(process)
                code = -1
            assert code == 0, f"{name(page)}:{block.line}\n{block.text}\n{log.read_text('utf-8', 'replace')[-3000:]}"
        said = "".join(log.read_text("utf-8", "replace") for log in sorted(tmp_path.glob("*.log")))
        missing = [words for words in SHOWN.get(name(page), ()) if words not in said]
        assert not missing, said[-3000:]
        if going_on:
            time.sleep(SETTLE_S)
        for block, process, log in going_on:
            said = log.read_text("utf-8", "replace")[-3000:]
            assert process.poll() is None, f"{name(page)}:{block.line} has ended\n{block.text}\n{said}"
    finally:
        for _, process, _ in going_on:
            end(process)
