"""How the relation model is made: labels from the training articles, the network, the training, the export."""
