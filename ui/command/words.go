package command

import "parallax/ui/linear"

// Words is what the command line says by the line.
func (c *Command) Words() linear.Page {
	return linear.Page{Name: "Command", Over: true, Field: c.field.Words("command")}
}
