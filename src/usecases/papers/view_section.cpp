#include "usecases/papers/view_section.h"

#include "legal/paper_template.h"
#include "storage/papers.h"

namespace doorstep::usecases::papers {

Expected<SectionForm> view_section(Context& context, std::string_view id, std::string_view code) {
    constexpr std::string_view implication = "implications.";
    if (auto allowed = context.require(domain::access::Action::write_papers); !allowed)
        return refuse(allowed.error());
    auto& tx = context.read();
    auto paper = open_paper(tx, context.viewer, id);
    if (!paper) return refuse(paper.error());
    auto const& form = legal::board_paper_template();
    SectionForm view;
    view.code = code;
    view.is_implication = code.starts_with(implication);
    auto const* section = form.section(code);
    if (view.is_implication) {
        for (auto const& one : form.implications)
            if (one.code == code.substr(implication.size())) view.title = "Implications: " + one.title;
    } else if (section != nullptr) {
        view.title = (section->number.empty() ? "" : section->number + " ") + section->title;
    }
    if (view.title.empty())
        return refuse(RefusalKind::not_found, "no-such-section", "There is no such section");

    auto const quarter = *FinancialQuarter::parse(paper->period);
    if (auto before = storage::papers::words_of_period(tx, quarter.previous().code(), code)) {
        view.before_words = std::move(*before);
        view.before_quarter = quarter.previous().words();
    }
    auto const versions = storage::papers::versions_of(tx, paper->id, code);
    if (!versions.empty()) {
        auto const& newest = versions.front();
        view.answer = newest.text.answer;
        view.words = newest.text.words;
        view.version = newest.text.version;
        view.edited_by = newest.edited_by;
        view.edited_at = newest.edited_at;
        for (std::size_t n = 1; n < versions.size(); ++n)
            view.older.push_back({versions[n].text.words, versions[n].edited_by, versions[n].edited_at});
    } else if (section != nullptr && !section->words.empty()) {
        view.words = filled_in(section->words, count_paper(context, quarter), context.settings());
    }
    view.paper = std::move(*paper);
    return view;
}

}  // namespace doorstep::usecases::papers
