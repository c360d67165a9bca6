#include <algorithm>

#include "base/digits.h"
#include "base/text.h"
#include "domain/access/permissions.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "html/elements.h"
#include "pages/admin/admin_page.h"
#include "pages/admin/dates_of_use.h"
#include "pages/admin/settings_pages.h"
#include "usecases/questions/propose_questions.h"
#include "usecases/settings.h"

namespace doorstep::pages::admin {
namespace {

using domain::questions::Question;
using domain::questions::QuestionSet;

/// Each set has pages of its own: what officers ask about risk, what is asked after closure.
struct SetPages {
    char const* code;
    char const* address;
    char const* title;
    char const* intro;
    Section section;
};
constexpr SetPages set_pages[] = {
    {"ram", "/admin/risk-sets", "Risk questions",
     "What officers ask to weigh a risk, and what each answer counts.", Section::risk_questions},
    {"survey", "/admin/survey-sets", "Survey questions", "What is asked one month after a case is closed.",
     Section::survey_questions},
};

SetPages const& pages_asked(Visit const& visit) {
    for (auto const& pages : set_pages)
        if (visit.request.path.starts_with(pages.address)) return pages;
    return set_pages[0];
}

std::string set_href(SetPages const& pages, QuestionSet const& set) {
    return std::string(pages.address) + "/" + std::to_string(set.version);
}

std::vector<QuestionSet> versions_of(Visit& visit, std::string_view code) {
    auto sets = visit.context.settings().question_sets();
    std::erase_if(sets, [&](auto const& set) { return set.code != code; });
    std::sort(sets.begin(), sets.end(), [](auto const& a, auto const& b) { return a.version > b.version; });
    return sets;
}

Html options_of(Visit& visit, Question const& question) {
    if (!question.list.empty()) {
        auto const& lists = visit.context.settings().lists();
        auto const found = lists.find(question.list);
        return html::p("Chosen from the list “" +
                       (found == lists.end() ? question.list : found->second.title()) + "”.");
    }
    std::vector<Html> items;
    for (auto const& option : question.options) {
        std::string words = option.text;
        if (option.score != 0) words += " (" + text::count_of(option.score, "point", "points") + ")";
        items.push_back(Html::text(words));
    }
    Html out;
    if (!items.empty()) out << html::list(items);
    if (question.asks_words) out << html::p("And in their own words.");
    return out;
}

Html rules_of(Question const& question) {
    std::vector<Html> items;
    auto const add = [&](std::vector<domain::questions::Rule> const& rules, char const* before) {
        for (auto const& rule : rules) {
            auto const* option = question.option(rule.option);
            items.push_back(Html::text("“" + (option ? option->text : rule.option) + "”: " + before +
                                       rule.effect + ", because " + rule.reason));
        }
    };
    add(question.automatic, "always ");
    add(question.at_least, "at least ");
    add(question.flags, "flagged as ");
    return items.empty() ? Html() : html::list(items);
}

/// What waits to be approved, or the way to propose something.
Html proposal_state(Visit& visit, SetPages const& pages) {
    if (auto const waiting = usecases::questions::waiting_proposal(visit.context, pages.code)) {
        std::vector<Html> lines;
        for (auto const& difference : waiting->differences) lines.push_back(html::typed_text(difference));
        Html words =
            html::p("Proposed by " + waiting->proposed_by + ", " + instant_words(waiting->proposed_at) +
                    ", to be in use from " + date_words(waiting->in_use_from) + ". A manager other than " +
                    waiting->proposed_by + " decides in Approvals.");
        words << html::list(lines);
        return govuk::inset_text({.html = words});
    }
    bool const may = domain::access::may(visit.context.viewer, domain::access::Action::manage_question_sets);
    bool const is_risk = pages.section == Section::risk_questions;
    if (!may || !is_risk) return {};
    return govuk::button({.text = "Propose a new version", .href = "/admin/risk-sets/proposals/new"});
}

}  // namespace

http::Response show_question_sets(Visit& visit) {
    if (auto const may = visit.context.require(domain::access::Action::see_settings); !may)
        return visit.refused(may.error());
    auto const& pages = pages_asked(visit);
    auto const today = visit.context.today;
    Html body = html::h1(pages.title);
    body << html::p(
        std::string(pages.intro) +
        " A published version never changes, so that answers can be compared; a new one begins on "
        "its own day.");
    body << proposal_state(visit, pages);
    auto const current = visit.context.settings().question_set(pages.code, today).version;
    govuk::Table table{.rows = {},
                       .head = {{.text = "Version"}, {.text = "In use"}, {.text = "State"}},
                       .caption = "Versions",
                       .caption_classes = "govuk-visually-hidden",
                       .first_cell_is_header = true};
    for (auto const& set : versions_of(visit, pages.code)) {
        bool const now = set.version == current;
        bool const to_come = set.in_use_from > today;
        table.rows.push_back(
            {{.html = html::a(set_href(pages, set), "Version " + std::to_string(set.version))},
             {.text = days_in_use(set.in_use_from, set.in_use_until)},
             {.html = govuk::tag({.text = now       ? "In use"
                                          : to_come ? "To come"
                                                    : "Replaced",
                                  .classes = now       ? "govuk-tag--green"
                                             : to_come ? "govuk-tag--yellow"
                                                       : "govuk-tag--grey"})}});
    }
    body << govuk::table_wrap({.table = table, .label = ""});
    return visit.page(admin_page(visit, pages.section, pages.title, body));
}

http::Response show_question_set(Visit& visit) {
    if (auto const may = visit.context.require(domain::access::Action::see_settings); !may)
        return visit.refused(may.error());
    auto const& pages = pages_asked(visit);
    auto const version = digits(visit.request.parameter("version"));
    for (auto const& set : versions_of(visit, pages.code)) {
        if (set.version != version) continue;
        auto const title = set.title + ", version " + std::to_string(set.version);
        Html body = html::h1(title);
        govuk::SummaryList facts;
        auto const add = [&](char const* key, std::string value) {
            facts.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}, .actions = {}});
        };
        add("In use", days_in_use(set.in_use_from, set.in_use_until));
        if (!set.source.empty()) add("Source", set.source);
        for (auto const& band : set.bands)
            facts.rows.push_back({.key = {.text = "Band “" + band.name + "”"},
                                  .value = {.text = "from " + text::count_of(band.from, "point", "points")},
                                  .actions = {}});
        body << govuk::summary_list(facts);
        std::string group;
        int number = 0;
        for (auto const& question : set.questions) {
            if (!question.group.empty() && question.group != group) body << html::h2(question.group);
            group = question.group;
            body << html::h3(std::to_string(++number) + ". " + question.text);
            if (!question.hint.empty()) body << html::hint(question.hint);
            body << options_of(visit, question) << rules_of(question);
        }
        return visit.page(admin_page_below(visit, pages.section, {pages.title, pages.address}, title, body));
    }
    return visit.refused(Refusal(RefusalKind::not_found, "questions-unknown", "There are no such questions"));
}

http::Response moved_question_sets(Visit& visit) {
    std::string_view const code = visit.request.parameters.value("code");
    std::string address = code == "survey" ? "/admin/survey-sets" : "/admin/risk-sets";
    if (auto const version = visit.request.parameters.value("version"); !version.empty())
        address += "/" + http::percent_encode(version);
    return http::moved(std::move(address));
}

}  // namespace doorstep::pages::admin
