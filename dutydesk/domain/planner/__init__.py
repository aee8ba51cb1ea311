"""The planning engine: from who may stand where to who stands where, as fairly as can be."""
