"""The application's style sheet, written with token names in place of colours."""

import re
from collections.abc import Mapping

from chatapp.ui.fonts import scaled

_SHEET = """
* { outline: none; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMainWindow, QDialog, QWidget#centre { background: @window; }
QToolTip { background: @raised; color: @text; border: 1px solid @border; padding: 5px 7px; }
QWidget#sidebar, QWidget#sidebarPlace,
QWidget#sidePanel, QWidget#parameterPanel, QWidget#samplingLens,
QWidget#panelPlace { background: @sunken; }
QWidget#messagesPlace { background: @surface; }
QWidget#sidebar { border-right: 1px solid @border; }
QWidget#sidePanel { border-left: 1px solid @border; }
QSplitter::handle { background: @border; }
QMenuBar { background: @window; color: @text; padding: 1px 4px; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: @border; }
QMenu { background: @raised; color: @text; border: 1px solid @border; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: @accent_soft; color: @text; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @border; margin: 5px 8px; }
QMenu::icon { padding-left: 8px; }

QAbstractScrollArea { border: none; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
  background: @surface; color: @text; border: 1px solid @border; border-radius: %radius%px;
  padding: 5px 8px; selection-background-color: @selection; selection-color: @text;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QComboBox:on,
QAbstractSpinBox:focus { border: 2px solid @accent; padding: 4px 7px; }
QAbstractSpinBox { padding: 3px 8px; }
QAbstractSpinBox:focus { padding: 2px 7px; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QAbstractSpinBox[invalid="true"] {
  border-color: @problem; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: @muted; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: @sunken; }
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView::item { min-height: %26px%; padding: 0 6px; }
QComboBox QAbstractItemView::item:disabled { color: @muted; }
QComboBox::drop-down { border: none; width: %24px%; }
QComboBox::down-arrow { image: url("%icons%/combo_arrow.svg"); width: %12px%; height: %12px%; }
QComboBox QLineEdit { border: none; padding: 0; background: transparent; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { border: none; padding: 0;
  background: transparent; }
QComboBox QLineEdit:focus { border: none; padding: 0; }
QComboBox QAbstractItemView { background: @raised; color: @text; border: 1px solid @border;
  padding: 4px; selection-background-color: @accent_soft; selection-color: @text; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }

QPushButton { background: @raised; color: @text; border: 1px solid @border;
  border-radius: %radius%px; padding: 6px 14px; }
QPushButton:hover { border-color: @strong_border; }
QPushButton:pressed { background: @sunken; }
QPushButton:focus { border: 2px solid @accent; padding: 5px 13px; }
QPushButton:disabled { color: @muted; }
QPushButton:default, QPushButton[variant="primary"] { background: @accent; color: @on_accent;
  border-color: @accent; }
QPushButton:default:hover,
QPushButton[variant="primary"]:hover { background: @accent_hover; }
QPushButton[variant="primary"]:focus { border-color: @text; }
QPushButton:default:disabled,
QPushButton[variant="primary"]:disabled { background: @border; color: @muted;
  border-color: @border; }
QPushButton[variant="quiet"] { background: transparent; border-color: transparent;
  padding: 5px 9px; color: @accent; }
QPushButton[variant="quiet"]:hover { background: @accent_soft; }
QPushButton[variant="quiet"]:focus { border: 2px solid @accent; padding: 4px 8px; }
QPushButton[variant="link"] { background: transparent; border: none; color: @accent;
  padding: 2px 0; text-align: left; }
QPushButton[variant="link"]:hover, QPushButton[variant="link"]:focus { color: @accent_hover;
  text-decoration: underline; }
QPushButton[variant="danger"] { color: @problem; }
QPushButton[variant="danger"]:disabled { color: @muted; }
QPushButton[variant="heading"] { background: transparent; border: none; text-align: left;
  padding: 5px 2px; font-weight: 600; color: @text; }
QPushButton[variant="heading"]:focus { border: none; color: @accent; }
QToolButton { background: transparent; color: @text; border: 1px solid transparent;
  border-radius: %radius%px; padding: 5px; }
QToolButton:hover { background: @border; }
QToolButton:checked { background: @accent_soft; }
QToolButton:focus { border: 1px solid @accent; }
QToolButton::menu-indicator { image: none; }
QPushButton#jumpToLatest { background: @raised; border-color: @muted; }
QPushButton::menu-indicator { image: url("%icons%/combo_arrow.svg"); width: %12px%; height: %12px%;
  subcontrol-origin: padding; subcontrol-position: center right; right: 8px; }
QToolButton[variant="provenance"] { color: @muted; border: none; border-radius: 4px;
  padding: 2px 3px 2px 0; }
QToolButton[variant="provenance"]:focus { color: @accent; }
QToolButton[variant="small"] { padding: 1px; }
QToolButton[variant="tag"] { background: @accent_soft; padding: 3px 7px; font-family: monospace; }
QToolButton[variant="tag"]:hover { border-color: @accent; }
QToolButton[variant="heading"] { font-weight: 600; text-align: left; padding: 4px 0; }
QToolButton[variant="heading"]:hover { background: transparent; color: @accent; }
QToolButton[variant="heading"]:checked { background: transparent; }
QToolButton[variant="primary"] { background: @accent; padding: 8px; border-radius: 17px; }
QToolButton[variant="primary"]:hover { background: @accent_hover; }
QToolButton[variant="primary"]:disabled { background: @border; }
QToolButton[variant="primary"]:focus { border: 2px solid @text; padding: 7px; }

QFrame#writingArea { background: @surface; border: 1px solid @border; border-radius: 16px; }
QFrame#writingArea[focused="true"] { border: 2px solid @accent; }
QPlainTextEdit#composer, QPlainTextEdit#composer:focus { background: transparent; border: none;
  padding: 2px 4px; }
QLabel#tokenMeter { font-size: %small%pt; }
QFrame[card="true"] { background: @window; border: 1px solid @border; border-radius: 10px; }
QFrame[card="chip"] { background: @window; border: 1px solid @border; border-radius: 9px; }
QListView { background: transparent; color: @text; border: none; }
QListView#conversationList { background: transparent; }
QListWidget { background: @surface; border: 1px solid @border; border-radius: %radius%px;
  padding: 4px; }
QListWidget::item { padding: 7px 8px; border-radius: 5px; color: @text; }
QListWidget::item:selected { background: @accent_soft; color: @text; }
QListWidget:focus { border-color: @accent; }
QTreeView, QTableView { background: @surface; color: @text; border: 1px solid transparent;
  selection-background-color: @accent_soft; selection-color: @text; }
QTreeView:focus, QTableView:focus { border-color: @accent; }
QWidget#inspector QTableView::item { padding: 0 6px; }
QWidget#inspector { background: @window; }
QWidget#inspector QTabBar::tab { padding: 6px 10px; }
QPlainTextEdit[variant="code"] { background: @surface; border: none; border-radius: 0;
  padding: 2px; }
QPlainTextEdit[variant="code"]:focus { border: 1px solid @accent; padding: 1px; }
QLineEdit[variant="small"], QComboBox[variant="small"] { padding: 3px 7px; }
QLineEdit[variant="small"]:focus, QComboBox[variant="small"]:focus { padding: 2px 6px; }
QToolButton[variant="small"] { padding: 4px; }
QToolButton[variant="segment"] { padding: 3px 9px; color: @muted; }
QToolButton[variant="segment"]:checked { color: @text; }
QLabel[role="value"] { color: @text; }
QLabel[role="good"] { color: @accent; }
QTreeWidget#toolOffers { background: @surface; border: 1px solid @border;
  border-radius: %radius%px; padding: 4px; color: @text; }
QTreeWidget#toolOffers:focus { border-color: @accent; }
QTreeWidget#toolOffers::item { padding: 5px 8px 5px 2px; }
QTreeWidget#toolOffers::item:selected { background: @accent_soft; color: @text; }
QTreeWidget#toolOffers::indicator { width: %15px%; height: %15px%; border-radius: 4px;
  border: 1px solid @strong_border; background: @surface; }
QTreeWidget#toolOffers::indicator:checked { background: @accent; border-color: @accent;
  image: url("%icons%/check_%name%.svg"); }
QTreeWidget#toolOffers::indicator:indeterminate { background: @accent; border-color: @accent;
  image: url("%icons%/partial_%name%.svg"); }
QTableWidget { background: @surface; border: 1px solid @border; border-radius: %radius%px;
  gridline-color: @border; }
QTableView#sweepGrid { background: transparent;
  selection-background-color: transparent; }
QTableView#sweepGrid QHeaderView { background: transparent; }
QTableView#sweepGrid QHeaderView::section { background: transparent; }
QTableView#sweepGrid QTableCornerButton::section { background: transparent; border: none; }
QTableWidget::item { padding: 0 5px; }
QTableWidget::item:selected { background: @accent_soft; color: @text; }
QHeaderView::section { background: @sunken; color: @muted; border: none; padding: 5px 8px; }
QTreeView#inspectorTree QHeaderView::section { padding: 5px 3px; }
QTreeView#inspectorTree QHeaderView::section:first { padding-left: 8px; }
QTreeView#inspectorTree QHeaderView::section:last { padding-left: 8px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: @border; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: @strong_border; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QLabel { color: @text; background: transparent; }
QLabel:disabled { color: @muted; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="problem"] { color: @problem; }
QLabel[role="note"] { color: @note; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="figure"] { font-size: %figure%pt; font-weight: 600; }
QLabel[role="title"] { font-size: %title%pt; font-weight: 600; }
QFrame[notice="note"] { background: @note_soft; border-bottom: 1px solid @border; }
QFrame[notice="problem"] { background: @problem_soft; border-bottom: 1px solid @border; }
QFrame[notice="plain"] { background: @accent_soft; border-bottom: 1px solid @border; }
QFrame#approvalCard, QFrame#roundCard, QFrame#openCallsCard, QFrame#runServersCard,
QFrame#findBar { background: @raised;
  border: 1px solid @strong_border;
  border-radius: 11px; }
QFrame#approvalCard QPlainTextEdit, QFrame#runServersCard QPlainTextEdit {
  border: 1px solid @border; }
QFrame#approvalCard QPlainTextEdit:focus, QFrame#runServersCard QPlainTextEdit:focus {
  border: 2px solid @accent; }
QProgressBar { background: @border; border: none; border-radius: 3px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QCheckBox, QRadioButton { color: @text; spacing: 7px; background: transparent; }
QCheckBox::indicator { width: %16px%; height: %16px%; border: 1px solid @strong_border;
  border-radius: 4px; background: @surface; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent;
  image: url("%icons%/check_%name%.svg"); }
QCheckBox::indicator:focus { border: 2px solid @text; }
QCheckBox:focus, QRadioButton:focus { color: @accent; }
QTabWidget::pane { border: none; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @muted; padding: 8px 14px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:focus { color: @accent; }
QSlider { background: transparent; min-height: 20px; }
QSlider::groove:horizontal { height: 4px; background: @strong_border; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { background: @accent; width: 14px; height: 14px; margin: -5px 0;
  border-radius: 7px; }
QSlider[sent="false"]::sub-page:horizontal { background: @strong_border; }
QSlider[sent="false"]::handle:horizontal { background: @muted; }
QSlider::handle:horizontal:focus { border: 2px solid @text; }
QSlider:disabled { color: @muted; }
"""


_SIZES = {"small": 0.9, "figure": 1.5, "title": 1.7}
"""Text that is not as large as the rest, as a share of it."""


_BOXES = (12, 15, 16, 24, 26)
"""The sides of boxes, in pixels, that grow with the text."""


def style_sheet(
    colours: Mapping[str, str], *, name: str, radius: int, icons: str, points: float
) -> str:
    """Return the style sheet for a set of colours.

    ``name`` is the theme's, ``radius`` that of corners in pixels, ``icons`` the folder of the
    drawings, ``points`` the size of the app's text.
    """
    sheet = re.sub(r"@(\w+)", lambda match: colours[match.group(1)], _SHEET)
    sizes = {f"%{what}%": f"{points * share:.1f}" for what, share in _SIZES.items()}
    boxes = {f"%{side}px%": f"{scaled(side)}px" for side in _BOXES}
    values = {"%radius%": str(radius), "%icons%": icons, "%name%": name, **sizes, **boxes}
    for place, value in values.items():
        sheet = sheet.replace(place, value)
    return sheet
