#include "pages/closures/closure_parts.h"

#include "base/text.h"
#include "govuk/summary_list.h"
#include "govuk/task_list.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/work/work_links.h"

namespace doorstep::pages::closures {

using domain::closures::Need;
using usecases::closures::ClosureView;

namespace {

/// Where something that is no dated work is put right; empty where there is no page for it.
std::string page_for(Need need, std::string const& address) {
    switch (need) {
        case Need::plan_agreed:
            return address + "/plan";
        case Need::danger_assessed:
        case Need::risk_assessed:
            return address + "/risk/new";
        case Need::spoken_to:
            return address + "/contacts/new";
        case Need::counter_allegations_closed:
        case Need::no_open_work:
        case Need::officer_says:
            break;
    }
    return "";
}

govuk::TaskListItem task_of(ClosureView::CheckLine const& line, std::string const& reference) {
    auto const address = cases::case_address(reference);
    govuk::TaskListItem item;
    item.title.text = line.check.label;
    if (line.met) {
        item.status.text = "Completed";
        return item;
    }
    if (line.check.need == Need::officer_says) {
        item.status.text = "You are asked when you close it";
        return item;
    }
    item.status.tag = line.check.blocks
                          ? govuk::Tag{.text = "To do", .classes = "govuk-tag--red"}
                          : govuk::Tag{.text = "Needs a reason", .classes = "govuk-tag--yellow"};
    item.href = page_for(line.check.need, address);
    if (!line.open.empty()) {
        std::vector<Html> links;
        for (auto const& open : line.open) {
            // Somebody else decides, and their page is not for whoever asked.
            if (open.item.kind == domain::work::Kind::approval) {
                links.push_back(Html::text("A manager decides by " + date_words(open.item.due_on)));
                continue;
            }
            auto const link = work::work_link(open.item, reference, open.about);
            links.push_back(html::a(link.href, link.words));
        }
        item.hint.html = html::lines(links);
    }
    return item;
}

void add_fact(govuk::SummaryList& list, char const* key, std::string value) {
    if (!value.empty()) list.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}});
}

}  // namespace

Html check_list(ClosureView const& view) {
    govuk::TaskList list;
    list.id_prefix = "check";
    for (auto const& line : view.checks) list.items.push_back(task_of(line, view.file.reference));
    return govuk::task_list(list);
}

Html closed_facts(ClosureView const& view) {
    auto const& file = view.file;
    govuk::SummaryList list;
    add_fact(list, "Closed", file.closed_on ? date_words(*file.closed_on) : "");
    add_fact(list, "By", view.closed_by_name);
    add_fact(list, "Outcome", file.outcome ? std::string(words_of(*file.outcome)) : "");
    add_fact(list, "Reason", view.reason_label);
    if (!file.closing_summary.empty())
        list.rows.push_back(
            {.key = {.text = "What was done"}, .value = {.html = html::typed_text(file.closing_summary)}});
    return govuk::summary_list(list);
}

Html waiting_facts(ClosureView const& view) {
    govuk::SummaryList list;
    if (!view.waiting) return {};
    auto const& approval = view.waiting->approval;
    add_fact(list, "Asked by", view.waiting->requested_by_name);
    add_fact(list, "Asked", instant_words(approval.requested_at));
    if (auto const closing = domain::closures::closing_of(approval.details)) {
        add_fact(list, "Outcome", std::string(words_of(closing->outcome)));
        add_fact(list, "Reason", view.waiting_reason);
    }
    list.rows.push_back(
        {.key = {.text = "What was done"}, .value = {.html = html::typed_text(approval.reason)}});
    return govuk::summary_list(list);
}

std::string ended_words(usecases::closures::Ended const& ended) {
    std::string words;
    auto const& letters = ended.letters;
    if (letters.written > 0)
        words += " " + text::count_of(letters.written, "closing letter is", "closing letters are") +
                 " on the way.";
    if (letters.by_hand > 0)
        words += " " + text::count_of(letters.by_hand, "person", "people") +
                 " cannot be written to safely: tell them another way.";
    if (ended.surveys > 0 && ended.surveys_from)
        words += " " + text::count_of(ended.surveys, "survey call falls", "survey calls fall") + " due on " +
                 date_words(*ended.surveys_from) + ".";
    return words;
}

}  // namespace doorstep::pages::closures
