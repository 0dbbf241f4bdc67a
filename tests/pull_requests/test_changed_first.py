"""On a pull request GitHub shows ten annotations of a kind: those in files that it changes come first."""

import os
from pathlib import Path

from tests.projects import copy_minimal, run_module


def test_mistakes_in_changed_files_come_first(tmp_path: Path) -> None:
    project = copy_minimal(tmp_path / "project")
    for name in ("questions/stalls.yaml", "context/institute.yaml", "site.yaml"):
        path = project / "seeds" / name
        path.write_text(path.read_text("utf-8") + "nonsense: 1\n", encoding="utf-8")
    (project / "seeds" / "notes.txt").write_text("Not read: a warning.\n", encoding="utf-8")
    (tmp_path / "changed").write_text("seeds/site.yaml\nseeds/notes.txt\nREADME.md\n\n", encoding="utf-8")
    env = {**os.environ, "GITHUB_STEP_SUMMARY": str(tmp_path / "summary")}
    done = run_module(
        "explainer", "check", "--format", "github", "--changed", tmp_path / "changed", cwd=project, env=env
    )
    assert done.returncode == 1
    commands = [line for line in done.stdout.splitlines() if line.startswith("::")]
    assert commands[0].startswith("::error file=seeds/site.yaml,")
    assert [line.split(" ")[0] for line in commands] == ["::error"] * (len(commands) - 1) + ["::warning"]
    # The summary has them all, in the order of the files.
    summary = (tmp_path / "summary").read_text("utf-8")
    for name in ("questions/stalls.yaml", "context/institute.yaml", "site.yaml", "notes.txt"):
        assert name in summary
