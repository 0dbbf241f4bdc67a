"""What a translator gets and gives back: the files of an edition, and files of the programs that translators use.

Pure: texts of an edition in, files out, or what to write where.
"""

from explainer.authoring.editions.skeleton import with_missing_texts

__all__ = ["with_missing_texts"]
