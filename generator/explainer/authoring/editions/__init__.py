"""What a translator gets and gives back: the files of an edition, and files of the programs that translators use.

Pure: texts of an edition in, files out, or what to write where.
"""

from explainer.authoring.editions import po, xliff
from explainer.authoring.editions.skeleton import with_missing_texts
from explainer.authoring.editions.taking_in import TakenIn, take_in
from explainer.authoring.editions.units import CannotExchangeError, TranslationUnit, units_of

__all__ = [
    "CannotExchangeError",
    "TakenIn",
    "TranslationUnit",
    "po",
    "take_in",
    "units_of",
    "with_missing_texts",
    "xliff",
]
