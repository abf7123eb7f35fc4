"""Baseline of figure 2: a bare plot of as many points as the resumed session has."""

import sys

import pyqtgraph
from PySide6.QtWidgets import QApplication

POINTS = 30
SERIES = 5

app = QApplication(sys.argv)
plot = pyqtgraph.PlotWidget()
for series in range(SERIES):
    plot.plot(list(range(POINTS)), [80 + series + point % 7 for point in range(POINTS)])
plot.resize(1366, 768)
plot.show()
app.processEvents()
plot.grab()
print("ready", flush=True)
