"""The entity model at run time: features, network, decoding. No PyTorch."""
