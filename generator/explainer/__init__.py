"""explainer: annotated explainers from articles and YAML."""
