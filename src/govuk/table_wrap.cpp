#include "govuk/table_wrap.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

void append(Html& out, TableWrap const& options) {
    out << "<div class=\"ds-table-wrap\" role=\"region\" tabindex=\"0\" aria-label=\""_html
        << (options.label.empty() ? options.table.caption : options.label) << "\">"_html;
    append(out, options.table);
    out << "</div>"_html;
}

Html table_wrap(TableWrap const& options) {
    auto const columns = options.table.rows.empty() ? 0 : options.table.rows.front().size();
    return built(options,
                 512 + 64 * options.table.head.size() + options.table.rows.size() * (48 + 80 * columns));
}

}  // namespace doorstep::govuk
