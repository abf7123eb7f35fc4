"""The only users of pyqtgraph. Import them after the first window is usable: it costs half a second."""
