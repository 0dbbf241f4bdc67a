"""What readers are told in the language of their site: its words, dates, numbers, lists, names of languages, its order.

A `Catalogue` is a value: it goes with the records of a site (`Linked.catalogue`), and nothing asks which language
is meant. The words are gettext messages whose id is the English sentence, in `locale/<language>.po`; what CLDR knows
comes from there, through Babel. What the checker and the commands say to authors is English and not here.
"""

from explainer.interface.catalogue import ENGLISH, Catalogue, catalogue_of, message, spoken

__all__ = ["ENGLISH", "Catalogue", "catalogue_of", "message", "spoken"]
