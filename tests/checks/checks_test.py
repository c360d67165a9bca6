#!/usr/bin/env python3
"""Each house check passes a small tree that keeps the rules, and names the file that breaks one."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPTS = pathlib.Path(__file__).resolve().parents[2] / "scripts"
CMAKE = """
doorstep_library(base LINKS fmt::fmt)
doorstep_library(domain DEPENDS base)  # DEPENDS nothing else
doorstep_library(pages
    DEPENDS domain
    LINKS other)
doorstep_program(doorstep FOLDER app DEPENDS pages base)
"""


class Tree(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name) / "checkout"
        self.write("CMakeLists.txt", CMAKE)
        self.write("src/base/date.h", "#pragma once\n#include <string>\n")
        self.write("src/domain/rule.cpp", '#include "base/date.h"\n')
        self.write("src/pages/page.cpp", '#include "domain/rule.h"\n#include "base/date.h"\n')
        self.write("src/app/main.cpp", '#include "pages/page.h"\n')
        self.write("tests/some_test.cpp", "TEST(Some, test_of_it) {}\n")
        self.write("migrations/0001_first.sql", "")
        self.write("migrations/HEAD", "0001_first\n")
        self.write("content/pages/start.en.md", "# Start\n\nRing {{telephone}}. [Help](/help)\n")
        self.write("content/pages/start.cy.md", "# Dechrau\n\nFfoniwch {{telephone}}. [Help](/help)\n")
        self.write("docs/security.md", "".join(f"| {n}.1.1 | Asked | Done | By reading |\n" for n in range(1, 18))
                   + "| 1.1.2 | Asked | Done | `Some.test_of_it` (tests/some_test.cpp) |\n")
        self.write("standards/lists/channels.toml",
                   '[[entry]]\ncode = "online"\nlabel = "Online"\nlabel_welsh = "Ar-lein"\n')
        subprocess.run(["git", "init", "-q", self.root], check=True)

    def tearDown(self):
        self.folder.cleanup()

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def run_check(self, name):
        subprocess.run(["git", "add", "-A"], cwd=self.root, check=True)
        command = [sys.executable, SCRIPTS / f"check_{name}.py", "--root", self.root]
        return subprocess.run(command, capture_output=True, text=True)

    def assert_passes(self, name):
        done = self.run_check(name)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def assert_fails(self, name, *words):
        done = self.run_check(name)
        self.assertEqual(done.returncode, 1, done.stderr)
        for word in words:
            self.assertIn(word, done.stderr)

    def test_everything_passes_a_good_tree(self):
        for name in ("layers", "trusted", "words", "welsh", "migrations", "security"):
            self.assert_passes(name)

    def test_welsh_refuses_a_page_in_one_language_only(self):
        self.write("content/pages/help.en.md", "# Help\n")
        self.assert_fails("welsh", "content/pages/help.en.md: there is no content/pages/help.cy.md")

    def test_welsh_refuses_other_fields_and_a_link_that_is_left_out(self):
        self.write("content/pages/start.cy.md", "# Dechrau\n\nFfoniwch {{hours}}.\n")
        self.assert_fails("welsh", "{{fields}}", "not as many links")

    def test_welsh_refuses_a_list_entry_in_one_language_only(self):
        self.write("standards/lists/channels.toml", '[[entry]]\ncode = "online"\nlabel = "Online"\n')
        self.assert_fails("welsh", "online has label and no label_welsh")

    def test_security_refuses_a_test_that_is_not_there_and_a_chapter_left_out(self):
        self.write("docs/security.md", "| 1.1.1 | Asked | Done | `Some.other_test` (tests/some_test.cpp) |\n| 2.1.1 | Asked | | By reading |\n")
        self.assert_fails("security", "tests/some_test.cpp has no test Some.other_test", "a line without", "chapter V17 is not")

    def test_security_refuses_to_start_another_program(self):
        self.write("src/base/bad.cpp", 'void a() { as_system("x"); }\nvoid b() { std::system("ls"); }\n')
        self.assert_fails("security", "src/base/bad.cpp:2 starts another program: system")

    def test_layers_refuse_a_folder_above(self):
        self.write("src/base/bad.h", '#include <vector>\n#include "domain/rule.h"\n')
        self.assert_fails("layers", "src/base/bad.h:2", "base may not use domain")

    def test_layers_refuse_a_folder_beside(self):
        self.write("CMakeLists.txt", CMAKE + "doorstep_library(legal DEPENDS base)\n")
        self.write("src/domain/bad.cpp", '#include "legal/act.h"\n')
        self.assert_fails("layers", "src/domain/bad.cpp:1", "domain may not use legal")

    def test_layers_refuse_an_unknown_folder(self):
        self.write("src/base/bad.cpp", '#include "utils/things.h"\n')
        self.write("src/utils/things.h", "")
        self.assert_fails("layers", "src/base/bad.cpp:1", "src/utils/things.h: src/utils has no doorstep_library")

    def test_layers_refuse_a_relative_include(self):
        self.write("src/base/bad.cpp", '#include "date.h"\n#include "../domain/rule.h"\n')
        self.assert_fails("layers", "src/base/bad.cpp:1", "src/base/bad.cpp:2")

    def test_layers_refuse_a_circle(self):
        self.write("CMakeLists.txt", CMAKE.replace("(base LINKS", "(base DEPENDS pages LINKS"))
        self.assert_fails("layers", "depends on itself")

    def test_trusted_markup_has_its_places(self):
        self.write("src/html/html.cpp", 'auto a = "<p>"_html; auto b = Html::trusted(c);\n')
        self.write("src/pages/page.cpp", "// Html::trusted is not for us\n")
        self.assert_passes("trusted")
        self.write("src/pages/page.cpp", "\nauto a = Html::trusted(note);  // http://example.com\n")
        self.write("src/pages/other.cpp", 'auto a = "//x"_html;\n')
        self.assert_fails("trusted", "src/pages/page.cpp:2", "src/pages/other.cpp:1")

    def test_words_refuse_what_only_the_writer_understands(self):
        self.write("docs/there.md", "")
        self.write("README.md", "Read docs/there.md and README.md.\n")
        self.assert_passes("words")
        self.write("README.md", "Read docs/absent.md.\n")
        self.write("src/base/a.h", f"// see {self.root.parent}/checkout\n")
        self.write("src/base/b.h", "// TO" "DO: later\n")
        self.write("src/base/c.h", "// the nuisance tenant\n")
        self.assert_fails("words", "README.md:1", "src/base/a.h:1", "src/base/b.h:1", "src/base/c.h:1")

    def test_migrations_refuse_a_stale_head(self):
        self.write("migrations/0002_second.sql", "")
        self.assert_fails("migrations", 'HEAD names "0001_first"', "0002_second")

    def test_law_finds_rows_that_nobody_asks_for_and_marks_that_are_wrong(self):
        row = '[[provision]]\nid = "closure.order.max_months"\n'
        self.write("standards/default.toml", "standard = []\n")
        self.write("law/closure.toml", row)
        self.assert_fails("law", "nothing asks for closure.order.max_months")
        self.write("law/closure.toml", row + "reference = true\n")
        self.assert_passes("law")
        self.write("src/domain/rule.cpp", '#include "base/date.h"\nauto const* id = "closure.order.max_months";\n')
        self.assert_fails("law", "closure.order.max_months says reference = true, but is asked for")

    def test_migrations_refuse_bad_names_and_halves(self):
        self.write("migrations/0001_other.sql", "")
        self.write("migrations/0003_half.sqlite.sql", "")
        self.write("migrations/notes.txt", "")
        self.write("migrations/HEAD", "0003_half")
        self.assert_fails("migrations", "0001_other: number 0002", "0003_half: either", "notes.txt")


if __name__ == "__main__":
    unittest.main()
