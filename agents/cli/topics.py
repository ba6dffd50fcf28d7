"""`marsad topics`: the topics that Marsad needs, onto the broker."""

import asyncio

import typer

topics = typer.Typer(help="The topics that Marsad needs.", no_args_is_help=True)


@topics.callback()
def about() -> None:
    """The topics that Marsad needs."""


@topics.command()
def apply() -> None:
    """Create the topics that are missing. Never deletes one, never changes one; run it as often as you like.

    Examples:

        marsad topics apply

        MARSAD_PREFIX=test. marsad topics apply
    """
    from agents.provision import apply_topics
    from agents.settings import load_settings

    for topic in asyncio.run(apply_topics(load_settings())).topics:
        typer.echo(f"{'created' if topic.created else 'exists '}  {topic.name}  {topic.partitions} partitions")
