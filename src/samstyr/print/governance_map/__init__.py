"""The governance map: fora as rooms in lanes and rows, with lines by act, drawn for screen, wall and paper.

`build` makes the model of a register, `lay_out` a drawing of the model, `svg` the drawing's picture.
"""
