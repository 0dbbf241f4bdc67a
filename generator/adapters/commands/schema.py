"""`explainer schema`."""

import json
from pathlib import Path

import click

from generator.adapters.commands.common import CLEAN
from generator.validating.schema import schemas


@click.command()
@click.argument("output", type=click.Path(file_okay=False))
def schema(output: str) -> int:
    """Write a JSON Schema of each file of the seeds into the folder OUTPUT, for editors."""
    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in schemas().items():
        text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
        (folder / f"{name}.schema.json").write_text(text, encoding="utf-8")
    return CLEAN
