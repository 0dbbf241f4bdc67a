"""What starts the pipeline and takes its pages somewhere: the command line, MkDocs, a folder of files.

Adapters import the pipeline, never the other way round.
"""
