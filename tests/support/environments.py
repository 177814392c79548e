"""Virtual environments as a user would have them: chosen distributions and what these need, nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment in a folder of its own."""

    folder: Path

    @property
    def scripts(self) -> Path:
        """The folder of its commands."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.scripts / "python"

    def run(self, *command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run a command with this environment's commands first, and without settings of the test's own process."""
        variables = {
            name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
        }
        variables["PATH"] = os.pathsep.join([str(self.scripts), variables.get("PATH", "")])
        return subprocess.run(command, cwd=cwd, env=variables, capture_output=True, text=True, check=False, timeout=120)


def make_environment(folder: Path, requirements: Iterable[str]) -> Environment:
    """Make a virtual environment that holds `requirements` and all that they require, and nothing else.

    Nothing is downloaded: the files are links to those of the environment that runs the tests, one by one for each
    distribution that is needed. So a dependency that is not declared is not there, even if the tests have it.

    Args:
        folder: Where the environment comes to be.
        requirements: Requirements as in a package's metadata.
    """
    environment = Environment(folder)
    _succeed([sys.executable, "-m", "venv", "--without-pip", str(folder)])
    script = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(_succeed([str(environment.python), "-c", script]).strip())
    for found in _closure(requirements):
        for file in found.files or ():
            source = Path(str(found.locate_file(file)))
            if ".." in file.parts:
                if source.parent.name == environment.scripts.name and source.read_bytes()[:2] != b"#!":
                    _link(source, environment.scripts / source.name)
            elif "__pycache__" not in file.parts:
                _link(source, packages / file)
    return environment


def install_wheel(environment: Environment, wheel: Path) -> None:
    """Install a wheel by pip, without its dependencies and without asking a registry."""
    target = ["--python", str(environment.python)]
    _succeed([sys.executable, "-m", "pip", *target, "install", "--quiet", "--no-index", "--no-deps", str(wheel)])


def requirements_of(wheel_metadata: str) -> list[str]:
    """Return the requirements that a wheel's METADATA file declares."""
    field = "Requires-Dist: "
    return [line.removeprefix(field) for line in wheel_metadata.splitlines() if line.startswith(field)]


def _closure(requirements: Iterable[str]) -> list[Distribution]:
    found: dict[str, Distribution] = {}
    waiting = [(Requirement(text), "") for text in requirements]
    done: set[tuple[str, str]] = set()
    while waiting:
        requirement, extra = waiting.pop()
        if requirement.marker is not None and not requirement.marker.evaluate({"extra": extra}):
            continue
        name = str(canonicalize_name(requirement.name))
        found.setdefault(name, distribution(name))
        for wanted in ("", *requirement.extras):
            if (name, wanted) not in done:
                done.add((name, wanted))
                waiting.extend((Requirement(text), wanted) for text in found[name].requires or ())
    return [found[name] for name in sorted(found)]


def _link(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.symlink_to(source)


def _succeed(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
    return done.stdout
