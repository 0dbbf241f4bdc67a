"""The maps, drawn in Python as SVG: frames of the earth with places, and labels that never collide.

Knows nothing of the site's records: `rendering.maps` says what is drawn. Colours, weights and line styles are the
style sheet's (classes `m-…`, hues by `data-hue`), so one drawing serves light, dark, print and forced colours.
"""

from explainer.rendering.drawing.marks import dot
from explainer.rendering.drawing.scene import Box, Drawing, FrameView, Label, Mark, Scene, Sheet
from explainer.rendering.drawing.sheet import draw

__all__ = ["Box", "Drawing", "FrameView", "Label", "Mark", "Scene", "Sheet", "dot", "draw"]
