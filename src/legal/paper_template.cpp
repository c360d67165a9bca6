#include "legal/paper_template.h"

#include <stdexcept>

#include "base/embedded.h"
#include "base/text.h"
#include "legal/measures.h"
#include "legal/toml_values.h"

namespace doorstep::legal {

using domain::papers::PaperTemplate;
using domain::papers::SectionKind;

namespace {

constexpr std::string_view paper_file = "standards/papers/board_paper.toml";

PaperTemplate read_paper_template() {
    auto const file = embedded_file(paper_file);
    if (!file) throw std::logic_error("There is no " + std::string(paper_file));
    auto const table = parse_toml(paper_file, file->content);
    PaperTemplate form;
    form.title = text_value(paper_file, table, "title");
    form.recommendation = text_value(paper_file, table, "recommendation");
    form.report_part = text_value(paper_file, table, "report_part");
    if (auto const* ids = table["key_figures"].as_array())
        for (auto const& id : *ids) {
            form.key_figures.push_back(id.value_or(std::string()));
            if (find_measure(form.key_figures.back()) == nullptr)
                throw std::logic_error(std::string(paper_file) + ": there is no measure " +
                                       form.key_figures.back());
        }
    auto const each = [&](std::string_view key, auto take) {
        auto const* rows = table[key].as_array();
        if (rows == nullptr || rows->empty())
            throw std::logic_error(std::string(paper_file) + " has no " + std::string(key));
        for (auto const& row : *rows) take(*row.as_table());
    };
    each("section", [&](toml::table const& row) {
        domain::papers::TemplateSection section;
        section.code = text_value(paper_file, row, "code");
        section.title = text_value(paper_file, row, "title");
        section.number = row["number"].value_or(std::string());
        section.level = row["level"].value_or(2);
        section.words = std::string(text::trim(row["words"].value_or(std::string())));
        auto const kind = enum_from_name<SectionKind>(row["kind"].value_or(std::string("words")));
        if (!kind) throw std::logic_error("Section " + section.code + " is of no kind");
        section.kind = *kind;
        form.sections.push_back(std::move(section));
    });
    auto const entry = [](toml::table const& row) {
        return domain::papers::TemplateEntry{text_value(paper_file, row, "code"),
                                             text_value(paper_file, row, "title")};
    };
    each("implication", [&](toml::table const& row) { form.implications.push_back(entry(row)); });
    each("approval", [&](toml::table const& row) { form.approvals.push_back(entry(row)); });
    return form;
}

}  // namespace

PaperTemplate const& board_paper_template() {
    static auto const form = read_paper_template();
    return form;
}

}  // namespace doorstep::legal
