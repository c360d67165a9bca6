#include <algorithm>

#include "base/digits.h"
#include "base/text.h"
#include "domain/access/permissions.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "html/elements.h"
#include "pages/admin/admin_page.h"
#include "pages/admin/dates_of_use.h"
#include "pages/admin/settings_pages.h"
#include "usecases/settings.h"

namespace doorstep::pages::admin {
namespace {

using domain::questions::Question;
using domain::questions::QuestionSet;

std::string set_href(QuestionSet const& set) {
    return "/admin/question-sets/" + set.code + "/" + std::to_string(set.version);
}

std::vector<QuestionSet> sorted_sets(Visit& visit) {
    auto sets = visit.context.settings().question_sets();
    std::sort(sets.begin(), sets.end(), [](auto const& a, auto const& b) {
        return a.code != b.code ? a.code < b.code : a.version > b.version;
    });
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

}  // namespace

http::Response show_question_sets(Visit& visit) {
    if (auto const may = visit.context.require(domain::access::Action::see_settings); !may)
        return visit.refused(may.error());
    Html body = html::h1("Questions");
    body << html::p(
        "The risk assessment and the survey after closure. A published version never changes, so that "
        "answers can be "
        "compared; a new one begins on its own day.");
    govuk::Table table{.rows = {},
                       .head = {{.text = "Questions"},
                                {.text = "Version", .format = "numeric"},
                                {.text = "In use"},
                                {.text = "State"}},
                       .caption = "Versions",
                       .caption_classes = "govuk-visually-hidden",
                       .first_cell_is_header = true};
    for (auto const& set : sorted_sets(visit)) {
        bool const now = set.is_in_use(visit.context.today);
        bool const to_come = set.in_use_from > visit.context.today;
        table.rows.push_back({{.html = html::a(set_href(set), set.title)},
                              {.text = std::to_string(set.version), .format = "numeric"},
                              {.text = days_in_use(set.in_use_from, set.in_use_until)},
                              {.html = govuk::tag({.text = now       ? "In use"
                                                           : to_come ? "To come"
                                                                     : "Replaced",
                                                   .classes = now       ? "govuk-tag--green"
                                                              : to_come ? "govuk-tag--yellow"
                                                                        : "govuk-tag--grey"})}});
    }
    body << govuk::table_wrap({.table = table, .label = ""});
    return visit.page(admin_page(visit, Section::questions, "Questions", body));
}

http::Response show_question_set(Visit& visit) {
    if (auto const may = visit.context.require(domain::access::Action::see_settings); !may)
        return visit.refused(may.error());
    auto const code = visit.request.parameter("code");
    auto const version = digits(visit.request.parameter("version"));
    for (auto const& set : visit.context.settings().question_sets()) {
        if (set.code != code || set.version != version) continue;
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
        return visit.page(
            admin_page_below(visit, Section::questions, {"Questions", "/admin/question-sets"}, title, body));
    }
    return visit.refused(Refusal(RefusalKind::not_found, "questions-unknown", "There are no such questions"));
}

}  // namespace doorstep::pages::admin
