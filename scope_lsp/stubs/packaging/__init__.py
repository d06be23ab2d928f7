"""Model of `packaging`: its module `version`, which programs compare versions with."""
