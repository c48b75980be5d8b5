// Parallax reads every outlet's report of the same event side by side.
package main

import (
	"os"

	"parallax/ui/cli"
)

func main() {
	os.Exit(cli.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
