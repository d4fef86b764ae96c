package train

import (
	"strings"
	"testing"
	"testing/fstest"
)

const meantimeFile = `<Document><token t_id="1" sentence="0">Ship</token><token t_id="2" sentence="0"> sank </token>
<Markables><EVENT_MENTION m_id="3" pred="sink"><token_anchor t_id="2"/></EVENT_MENTION>
<TIMEX3 m_id="4" value="2005-05-02" functionInDocument="NONE"/>
<TIMEX3 m_id="5" value="2005-05-03T10:00" functionInDocument="CREATION_TIME"/></Markables>
<Relations><TLINK reltype="IS_INCLUDED"><source m_id="3"/><target m_id="4"/></TLINK></Relations></Document>`

func TestReadMeantime(t *testing.T) {
	all, err := ReadMeantime(fstest.MapFS{"a/7.xml": {Data: []byte(meantimeFile)}, "a/notes.txt": {}}, "a")
	if err != nil || len(all) != 1 {
		t.Fatalf("%d articles, %v", len(all), err)
	}
	m := &all[0]
	if m.ID != "7" || len(m.Words) != 2 || m.Words[1].Text != "sank" || m.Published().String() != "2005-05-03" {
		t.Errorf("%s of %s: %+v", m.ID, m.Published(), m.Words)
	}
	if l := m.Dated; len(l) != 1 || l[0].Type != "IS_INCLUDED" || l[0].Sources[0].ID != "3" || l[0].Target.ID != "4" || m.Events[0].Anchors[0].ID != "2" {
		t.Errorf("%+v of %+v", l, m.Events)
	}
}

func TestReadMeantimeFaults(t *testing.T) {
	for name, want := range map[string]string{"b": "no .xml file", "c": "c/1.xml"} {
		_, err := ReadMeantime(fstest.MapFS{"c/1.xml": {Data: []byte("<Document")}}, name)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("folder %s: %v, want %q", name, err, want)
		}
	}
}
