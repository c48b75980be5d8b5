package archive

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// node is a real OpenSearch node on loopback.
type node struct {
	cmd       *exec.Cmd
	stdin     io.Closer
	url       string
	transport string // where other nodes of its cluster find it
	ended     chan struct{}
}

// starting is how long a node may take to start on a machine that does much else.
const starting = 3 * time.Minute

// startNode starts a node that joins those at the seeds, or the first of a cluster.
func startNode(home, name string, seeds ...string) (*node, error) {
	folder := os.Getenv("PARALLAX_OPENSEARCH")
	args := []string{"-Xms192m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", filepath.Join(folder, "lib", "*") + string(os.PathListSeparator) + folder, "ArchiveNode", home, name}
	if len(seeds) > 0 {
		args = append(args, strings.Join(seeds, ","))
	}
	n := &node{cmd: exec.Command("java", args...), ended: make(chan struct{})}
	stdin, err := n.cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	stdout, err := n.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	n.stdin = stdin
	if err := n.cmd.Start(); err != nil {
		return nil, err
	}
	ready := make(chan string, 1)
	go func() {
		defer close(n.ended)
		var said []string
		for lines := bufio.NewScanner(stdout); lines.Scan(); {
			said = append(said, lines.Text())
			if strings.HasPrefix(lines.Text(), "ready ") {
				ready <- lines.Text()
			}
		}
		err := n.cmd.Wait()
		select {
		case ready <- fmt.Sprintf("the node ended: %v\n%s", err, strings.Join(said, "\n")):
		default:
		}
	}()
	select {
	case line := <-ready:
		var http, transport int
		if _, err := fmt.Sscanf(line, "ready %d %d", &http, &transport); err != nil {
			return nil, fmt.Errorf("%s", line)
		}
		n.url, n.transport = fmt.Sprintf("http://127.0.0.1:%d", http), fmt.Sprintf("127.0.0.1:%d", transport)
		return n, nil
	case <-time.After(starting):
		n.kill()
		return nil, fmt.Errorf("the node was not ready in %v", starting)
	}
}

// stop ends a node as it is meant to end.
func (n *node) stop() {
	n.stdin.Close()
	select {
	case <-n.ended:
	case <-time.After(20 * time.Second):
		n.kill()
	}
}

// kill ends a node in the middle of whatever it does.
func (n *node) kill() {
	_ = n.cmd.Process.Kill()
	<-n.ended
}

// needsNodes skips a test where no real node can be started.
func needsNodes(t *testing.T) {
	t.Helper()
	if os.Getenv("PARALLAX_OPENSEARCH") == "" {
		t.Skip("PARALLAX_OPENSEARCH names no folder of a real OpenSearch: .ci/run fetches one, where there is Java")
	}
}

// one is the node that tests share that harm none.
var one = sync.OnceValues(func() (*node, error) {
	home, err := os.MkdirTemp("", "parallax-archive-")
	if err != nil {
		return nil, err
	}
	n, err := startNode(home, "one")
	if err == nil {
		atEnd = append(atEnd, n.stop)
	}
	atEnd = append(atEnd, func() { os.RemoveAll(home) })
	return n, err
})

var atEnd []func()

func TestMain(m *testing.M) {
	status := m.Run()
	for _, end := range atEnd {
		end()
	}
	os.Exit(status)
}

// made is an index of our own on the shared node.
func made(t *testing.T, index string) Options {
	t.Helper()
	needsNodes(t)
	n, err := one()
	if err != nil {
		t.Fatal(err)
	}
	o := Options{URLs: []string{n.url}, Index: index, Deadline: time.Minute}
	if err := Init(context.Background(), o, 1); err != nil {
		t.Fatal(err)
	}
	return o
}
