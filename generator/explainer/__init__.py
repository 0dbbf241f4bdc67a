"""explainer: annotated explainers from articles and YAML."""

__version__ = "0.1.0"
