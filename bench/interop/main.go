// Verifies an exported log and proofs of ours with golang.org/x/mod/sumdb: code by others, written from the same
// specifications. `node bench/interop/run.mjs` writes what it reads.
package main

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type proofs struct {
	VerifierKey string
	Inclusion   []struct {
		Index int64
		Proof []string
	}
	Consistency []struct {
		OldSize int64
		OldRoot string
		Proof   []string
	}
}

// tiles reads our tiles under the names of tlog-tiles, which leave the height 8 out.
type tiles struct{ folder string }

func (t tiles) Height() int { return 8 }
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		bytes, err := os.ReadFile(filepath.Join(t.folder, path))
		if err != nil {
			return nil, err
		}
		data = append(data, bytes)
	}
	return data, nil
}
func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func must(err error) {
	if err != nil {
		fmt.Println("FAILED", err)
		os.Exit(1)
	}
}

func hash(text string) tlog.Hash {
	bytes, err := base64.StdEncoding.DecodeString(text)
	must(err)
	var h tlog.Hash
	copy(h[:], bytes)
	return h
}

func hashes(lines []string) []tlog.Hash {
	var all []tlog.Hash
	for _, line := range lines {
		all = append(all, hash(line))
	}
	return all
}

func same(a, b []tlog.Hash) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func main() {
	folder := os.Args[1]
	text, err := os.ReadFile(filepath.Join(folder, "proofs.json"))
	must(err)
	var given proofs
	must(json.Unmarshal(text, &given))

	verifier, err := note.NewVerifier(given.VerifierKey)
	must(err)
	signed, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	must(err)
	opened, err := note.Open(signed, note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	tree := tlog.Tree{N: size, Hash: hash(lines[2])}
	fmt.Printf("checkpoint   %s, %d entries: signature holds\n", lines[0], size)

	reader := tlog.TileHashReader(tree, tiles{folder})
	entries := 0
	leaves := make([]tlog.Hash, 0, size)
	for start := int64(0); start < size; start += 256 {
		width := int(min(256, size-start))
		tile := tlog.Tile{H: 8, L: -1, N: start / 256, W: width}
		path := strings.Replace(tile.Path(), "tile/8/data/", "tile/entries/", 1)
		bundle, err := os.ReadFile(filepath.Join(folder, path))
		must(err)
		for len(bundle) > 0 {
			length := int(binary.BigEndian.Uint16(bundle))
			leaves = append(leaves, tlog.RecordHash(bundle[2:2+length]))
			bundle = bundle[2+length:]
			entries++
		}
	}
	if int64(entries) != size {
		must(fmt.Errorf("%d entries", entries))
	}
	for index := int64(0); index < size; index++ {
		stored, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
		must(err)
		if stored[0] != leaves[index] {
			must(fmt.Errorf("entry %d differs from the authenticated tile", index))
		}
	}
	fmt.Printf("entries      %d: each is the leaf that the tiles, authenticated by the root, hold\n", entries)

	for _, one := range given.Inclusion {
		proof := hashes(one.Proof)
		must(tlog.CheckRecord(proof, tree.N, tree.Hash, one.Index, leaves[one.Index]))
		theirs, err := tlog.ProveRecord(tree.N, one.Index, reader)
		must(err)
		if !same(proof, theirs) {
			must(fmt.Errorf("proof of %d differs", one.Index))
		}
	}
	fmt.Printf("inclusion    %d proofs hold, and are those that Go makes\n", len(given.Inclusion))
	for _, one := range given.Consistency {
		proof := hashes(one.Proof)
		must(tlog.CheckTree(proof, tree.N, tree.Hash, one.OldSize, hash(one.OldRoot)))
		theirs, err := tlog.ProveTree(tree.N, one.OldSize, reader)
		must(err)
		if !same(proof, theirs) {
			must(fmt.Errorf("proof from %d differs", one.OldSize))
		}
	}
	fmt.Printf("consistency  %d proofs hold, and are those that Go makes\n", len(given.Consistency))
}
