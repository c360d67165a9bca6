#include "govuk/table.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

void write_cell_end(Html& out, TableCell const& cell) {
    if (cell.colspan > 0) out << " colspan=\""_html << cell.colspan << "\""_html;
    if (cell.rowspan > 0) out << " rowspan=\""_html << cell.rowspan << "\""_html;
    write_attributes(out, cell.attributes);
    out << ">"_html;
    write_content(out, cell.text, cell.html);
}

void append_head(Html& out, std::vector<TableCell> const& head) {
    out << "<thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">"_html;
    for (auto const& cell : head) {
        out << "<th scope=\"col\" class=\"govuk-table__header"_html;
        if (!cell.format.empty()) out << " govuk-table__header--"_html << cell.format;
        write_classes(out, cell.classes);
        out << "\""_html;
        write_cell_end(out, cell);
        out << "</th>"_html;
    }
    out << "</tr></thead>"_html;
}

/// What the style sheet writes above a cell of a row that stands as a block.
void write_label(Html& out, Table const& table, std::size_t column) {
    if (!table.stacks || column >= table.head.size() || table.head[column].text.empty()) return;
    out << " data-label=\""_html << table.head[column].text << "\""_html;
}

void append_row(Html& out, Table const& table, std::vector<TableCell> const& row) {
    out << "<tr class=\"govuk-table__row\">"_html;
    bool is_header = table.first_cell_is_header;
    for (std::size_t column = 0; column < row.size(); ++column) {
        auto const& cell = row[column];
        if (is_header) {
            out << "<th scope=\"row\" class=\"govuk-table__header"_html;
            write_classes(out, cell.classes);
            out << "\""_html;
            write_cell_end(out, cell);
            out << "</th>"_html;
        } else {
            out << "<td class=\"govuk-table__cell"_html;
            if (!cell.format.empty()) out << " govuk-table__cell--"_html << cell.format;
            write_classes(out, cell.classes);
            out << "\""_html;
            write_label(out, table, column);
            write_cell_end(out, cell);
            out << "</td>"_html;
        }
        is_header = false;
    }
    out << "</tr>"_html;
}

}  // namespace

void append(Html& out, Table const& options) {
    out << "<table class=\"govuk-table"_html;
    if (options.stacks) out << " ds-table--stacks"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << ">"_html;
    if (!options.caption.empty()) {
        out << "<caption class=\"govuk-table__caption"_html;
        write_classes(out, options.caption_classes);
        out << "\">"_html << options.caption << "</caption>"_html;
    }
    if (!options.head.empty()) append_head(out, options.head);
    out << "<tbody class=\"govuk-table__body\">"_html;
    for (auto const& row : options.rows) append_row(out, options, row);
    out << "</tbody></table>"_html;
}

Html table(Table const& options) {
    auto const columns = options.rows.empty() ? 0 : options.rows.front().size();
    return built(options, 256 + 64 * options.head.size() + options.rows.size() * (48 + 64 * columns));
}

}  // namespace doorstep::govuk
