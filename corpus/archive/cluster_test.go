package archive

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/opensearch-project/opensearch-go/v4/opensearchapi"

	"parallax/corpus/report"
)

// cluster is three nodes.
func cluster(t *testing.T) (nodes []*node, o Options) {
	t.Helper()
	needsNodes(t)
	home := t.TempDir()
	first, err := startNode(filepath.Join(home, "one"), "one")
	if err != nil {
		t.Fatal(err)
	}
	nodes = []*node{first}
	var others sync.WaitGroup
	var lock sync.Mutex
	for _, name := range []string{"two", "three"} {
		others.Go(func() {
			n, err := startNode(filepath.Join(home, name), name, first.transport)
			lock.Lock()
			defer lock.Unlock()
			if err != nil {
				t.Error(err)
				return
			}
			nodes = append(nodes, n)
		})
	}
	others.Wait()
	t.Cleanup(func() {
		for _, n := range nodes {
			n.kill()
		}
	})
	for _, n := range nodes {
		o.URLs = append(o.URLs, n.url)
	}
	o.Index, o.Deadline = "reports", time.Minute
	return nodes, o
}

// green waits until every shard of the cluster is where it should be.
func green(t *testing.T, a *Archive, nodes int) {
	t.Helper()
	resp, err := a.client.Cluster.Health(context.Background(), &opensearchapi.ClusterHealthReq{Params: opensearchapi.ClusterHealthParams{
		WaitForStatus: "green", WaitForNodes: fmt.Sprint(nodes), Timeout: 40 * time.Second}})
	if err != nil || resp.TimedOut {
		t.Fatalf("the cluster is not whole: %+v, %v", resp, err)
	}
}

// moved lets a cluster copy what a lost node held at once; it would wait a minute for the node to come back.
func moved(t *testing.T, a *Archive) {
	t.Helper()
	_, err := a.client.Indices.Settings.Put(context.Background(), opensearchapi.SettingsPutReq{Indices: []string{a.index},
		Body: strings.NewReader(`{"index.unassigned.node_left.delayed_timeout":"0"}`)})
	if err != nil {
		t.Fatal(err)
	}
}

// TestNodeKilled kills one of three nodes in the middle of a push, and one of the two that are left in the middle of
// reading: no report is lost or doubled, and the work goes on.
func TestNodeKilled(t *testing.T) {
	nodes, o := cluster(t)
	if len(nodes) < 3 {
		t.FailNow()
	}
	ctx := context.Background()
	if err := Init(ctx, o, 3); err != nil {
		t.Fatal(err)
	}
	a, err := Open(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	green(t, a, 3)
	moved(t, a)
	const many = 12_000
	reports := func(yield func(report.Report) bool) {
		for i := range many {
			if i == many/3 {
				nodes[2].kill()
			}
			text := fmt.Sprintf("The weir of Aldmouth burst. This is number %d of the reports on it.", i)
			if !yield(report.Archived("test", text, report.Facts{Outlet: report.Fact{Value: "Ald Courier"}})) {
				return
			}
		}
	}
	p, err := a.Push(ctx, reports, nil)
	if err != nil || len(p.Failed) > 0 || p.New+p.Known != many {
		t.Fatalf("pushed %d new, %d known, %d failed, %v", p.New, p.Known, len(p.Failed), err)
	}
	refresh(t, a)
	if c, err := a.Count(ctx, Query{}); err != nil || c.Total != many || c.Shards != "" {
		t.Errorf("%d reports of %d, %v, %s", c.Total, many, err, c.Shards)
	}

	seen := map[string]bool{}
	green(t, a, 2)
	pages := 0
	for found, err := range a.Find(ctx, Query{Words: "weir", Most: 2000}) {
		if err != nil {
			t.Fatal(err)
		}
		if found.Shards != "" {
			t.Logf("the reader is told: %s", found.Shards)
		}
		for i := range found.Reports {
			if path := found.Reports[i].Path; seen[path] {
				t.Errorf("%s came twice", path)
			} else {
				seen[path] = true
			}
		}
		if pages++; pages == 5 {
			nodes[1].kill()
		}
	}
	if len(seen) != 2000 {
		t.Errorf("%d reports came", len(seen))
	}
}
