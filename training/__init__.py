"""What trains the models that ship in the package, from open corpora; not in the wheel."""
