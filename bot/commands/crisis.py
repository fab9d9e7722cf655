"""`okienko crisis`: for those who look after the crisis net's rules and examples."""

from pathlib import Path
from typing import Annotated

import typer

DATA = Path(__file__).parent.parent.parent / "data"

app = typer.Typer(help="The crisis net: why it caught a sentence, and teaching it new examples.", no_args_is_help=True)


@app.command()
def why(text: Annotated[str, typer.Argument(help="A sentence somebody might write.")]) -> None:
    """Say whether a sentence is caught, by which rules, and how the examples weigh it."""
    from bot.catalogue.crisis import Net
    from bot.catalogue.crisis.examples import Examples

    net = Net.load(DATA)
    caught = net.catch(text)
    typer.echo(f"caught as {caught.kind}" if caught else "not caught")
    for rule in net.why(text):
        typer.echo(f"  {rule}")
    examples = Examples.load(DATA / "crisis" / "examples")
    if examples:
        typer.echo(f"  examples: {examples.score(text):+.1f}, nearest to {examples.kind(text)}")


@app.command()
def teach() -> None:
    """Weigh the example sentences anew, after some were added. Takes half a minute."""
    from bot.catalogue.crisis.examples import teach as weigh
    from bot.catalogue.loading import load

    cards = [service for centre in load(DATA) for service in centre.services]
    weigh(DATA / "crisis" / "examples", [w for card in cards for w in (*card.needs.all(), *card.alternate_names.all())])
    typer.echo("Done: data/crisis/examples/weights.bin")
