"""`python -m generator` is the command `explainer`."""

from generator.adapters.cli import main

if __name__ == "__main__":
    main()
