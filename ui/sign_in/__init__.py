"""The door of the desk: who comes in, how, and when it locks itself."""
