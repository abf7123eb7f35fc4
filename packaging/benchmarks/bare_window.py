"""Baseline of figure 1: the least window that takes input."""

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget

app = QApplication(sys.argv)
window = QMainWindow()
inside = QWidget()
layout = QVBoxLayout(inside)
layout.addWidget(QLabel("04:12"))
layout.addWidget(QPushButton("Go up"))
window.setCentralWidget(inside)
window.showMaximized()
app.processEvents()
print("ready", flush=True)
