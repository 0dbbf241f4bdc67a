"""The engines that there are, and which of them builds a site."""

from collections.abc import Mapping

from explainer.engine.mkdocs_engine import MkDocsEngine
from explainer.engine.mkdocs_file import OF_PROPERDOCS, MkDocsFile
from explainer.engine.protocol import Engine, EngineError
from explainer.engine.zensical_engine import ZensicalEngine

_MKDOCS: Engine = MkDocsEngine("mkdocs", "MkDocs", ("mkdocs<2", "mkdocs-material<10"))
_PROPERDOCS: Engine = MkDocsEngine("properdocs", "ProperDocs", ("properdocs<2", "mkdocs-materialx<11"))
_ZENSICAL: Engine = ZensicalEngine()
ENGINES: Mapping[str, Engine] = {engine.name: engine for engine in (_MKDOCS, _PROPERDOCS, _ZENSICAL)}
"""By name; the first that is installed builds where nobody names one."""


def engine_for(project: MkDocsFile, name: str | None = None) -> Engine:
    """The engine of that name, or of those that are installed the first. Raises EngineError."""
    if name is not None:
        engine = ENGINES[name]
        if not engine.is_installed():
            raise EngineError(f"{engine.title} is not installed here; {_installing(engine)}")
        return engine
    own = [_PROPERDOCS] if project.path.name == OF_PROPERDOCS else []
    found = next((engine for engine in (*own, *ENGINES.values()) if engine.is_installed()), None)
    if found is None:
        raise EngineError(f"no engine is installed that builds a site; {_installing(_MKDOCS)}")
    return found


def _installing(engine: Engine) -> str:
    packages = " ".join(f"'{package}'" for package in engine.packages)
    return f"`pip install {packages}` installs {engine.title}"
