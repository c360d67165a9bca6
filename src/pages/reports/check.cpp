#include "pages/reports/check.h"

#include <array>

#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "govuk/task_list.h"
#include "html/elements.h"
#include "pages/reports/display.h"
#include "usecases/files/draft_files.h"
#include "usecases/reports/send_report.h"

namespace doorstep::pages::reports {
namespace {

constexpr Words title_words{"Check your answers", "Gwirio eich atebion"};
constexpr Words send_words{"Send report", "Anfon adroddiad"};
constexpr Words change_words{"Change", "Newid"};
constexpr Words not_said_words{"You did not want to say", "Nid oeddech am ddweud"};
constexpr Words not_known_words{"You do not know", "Nid ydych yn gwybod"};
constexpr Words not_given_words{"Not given", "Heb ei roi"};
constexpr Words not_answered_words{"Not answered yet", "Heb ei ateb eto"};
constexpr Words none_words{"None", "Dim"};

struct Card {
    Section section;
    Words title;
};
constexpr std::array cards{
    Card{Section::what_happened, {"What happened", "Beth ddigwyddodd"}},
    Card{
        Section::how_it_affects_you,
        {"How it affects you, and what would help", "Sut mae’n effeithio arnoch chi, a beth fyddai’n helpu"}},
    Card{Section::you, {"You and how to reach you", "Chi a sut i gysylltu â chi"}},
};

using ChangeAddress = std::function<std::string(Step const&)>;

/// Rows of one page. A page that only tells has none.
class CardRows {
  public:
    CardRows(Visit& visit, Journey const& journey, ChangeAddress const& change)
        : visit_(visit), journey_(journey), change_(change) {}

    std::vector<govuk::SummaryListRow> of(Step const& step) {
        std::vector<govuk::SummaryListRow> rows;
        if (step.name == "evidence") rows.push_back(row(step, words(visit_, step.title), files()));
        if (step.name == "told") rows.push_back(row(step, words(visit_, step.title), tellings()));
        if (!step.question) return rows;
        if (has(journey_.answers, skipped_name, step.name)) {
            auto const& said = step.skip == Skip::do_not_know ? not_known_words : not_said_words;
            rows.push_back(row(step, words(visit_, heading_of(step)), Html::text(words(visit_, said))));
            return rows;
        }
        bool const done = is_done(step, journey_.answers);
        auto const choices = choices_for(visit_, step, journey_.answers);
        for (auto const& shape : step.question().shapes()) {
            if (!forms::detail::is_open(shape, journey_.answers)) continue;
            auto value = answer_words(shape, journey_.answers, choices, visit_.language());
            if (value.empty()) value << words(visit_, done ? not_given_words : not_answered_words);
            rows.push_back(row(step, words(visit_, shape.spec.label), std::move(value)));
        }
        return rows;
    }

  private:
    govuk::SummaryListRow row(Step const& step, std::string key, Html value) const {
        govuk::SummaryListRow made{
            .key = {.text = key}, .value = {.html = std::move(value)}, .actions = {}, .classes = {}};
        if (auto address = change_(step); !address.empty())
            made.actions.items.push_back({.href = std::move(address),
                                          .text = words(visit_, change_words),
                                          .visually_hidden_text = std::move(key)});
        return made;
    }

    Html files() const {
        std::vector<Html> names;
        for (auto const& file : usecases::files::files_of_draft(visit_.context, journey_.draft.id))
            names.push_back(Html::text(file.original_name));
        return names.empty() ? Html::text(words(visit_, none_words)) : html::list(names);
    }

    Html tellings() const {
        std::vector<Html> lines;
        for (auto const& telling : earlier_tellings(journey_.answers)) {
            Html line;
            line << choice_text(told_question(), "told", name_of(telling.told), visit_.language()) << ": "
                 << telling_words(telling, visit_.language());
            lines.push_back(std::move(line));
        }
        return lines.empty() ? Html::text(words(visit_, none_words)) : html::list(lines);
    }

    Visit& visit_;
    Journey const& journey_;
    ChangeAddress const& change_;
};

std::string change_address(Visit const& visit, Step const& step) {
    return visit.path("/report/" + std::string(step.name) + "?return=check");
}

Html tasks_left(Visit& visit, std::vector<Step const*> const& left) {
    govuk::TaskList tasks;
    for (auto const* step : left)
        tasks.items.push_back(
            {.title = {.text = words(visit, heading_of(*step))},
             .status = {.tag = {.text = words(visit, not_answered_words), .classes = "govuk-tag--blue"}},
             .href = change_address(visit, *step)});
    Html html = html::h2(visit.is_welsh() ? "Cwestiynau heb eu hateb eto" : "Questions not answered yet");
    html << govuk::task_list(tasks);
    return html;
}

http::Response check_page(Visit& visit, Journey const& journey, std::vector<Problem> problems) {
    auto const read = read_all(visit, journey.answers);
    Html body = forms::problem_summary(problems, {}, visit.language());
    body << html::h1(words(visit, title_words));
    if (!read.left.empty()) body << tasks_left(visit, read.left);
    body << answers_in_cards(visit, journey, [&](Step const& step) { return change_address(visit, step); });
    if (read.left.empty()) {
        body << html::p(visit.is_welsh() ? "Byddwn yn rhannu hyn â phobl eraill dim ond pan fydd angen hynny "
                                           "i’ch helpu, neu pan "
                                           "fydd y gyfraith yn dweud bod rhaid i ni."
                                         : "We share this with others only when that is needed to help you, "
                                           "or when the law says "
                                           "we must.")
             << visit.form(visit.path("/report/check"),
                           govuk::button({.text = words(visit, send_words), .prevent_double_click = true}));
    }
    Page page;
    page.title = words(visit, title_words);
    page.resident = true;
    page.has_errors = !problems.empty();
    page.back = BackLink{.href = visit.path("/report/contact-help"), .text = {}};
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

ReadAnswers read_all(Visit& visit, Pairs const& answers) {
    auto const facts = facts_of(visit);
    ReadAnswers read;
    for (auto const& step : steps()) {
        if (!applies(step, answers, facts)) continue;
        if (has(answers, skipped_name, step.name)) continue;
        auto problems = read_step(read.answers, step, answers,
                                  {.today = visit.context.today,
                                   .language = visit.language(),
                                   .choices = choices_for(visit, step, answers)});
        if (is_done(step, answers) && problems.empty()) continue;
        if (read.left.empty()) read.first_problems = std::move(problems);
        read.left.push_back(&step);
    }
    return read;
}

Html answers_in_cards(Visit& visit, Journey const& journey, ChangeAddress const& change) {
    CardRows rows(visit, journey, change);
    auto const facts = facts_of(visit);
    Html html;
    for (auto const& card : cards) {
        govuk::SummaryList list{.card = {.title = {.text = words(visit, card.title)}}};
        for (auto const& step : steps())
            if (step.section == card.section && applies(step, journey.answers, facts))
                for (auto& row : rows.of(step)) list.rows.push_back(std::move(row));
        html << govuk::summary_list(list);
    }
    return html;
}

http::Response show_check(Visit& visit) {
    auto const journey = open_journey(visit);
    if (!journey) return start_again(visit);
    if (journey->was_sent()) return visit.see_other(visit.path("/report/sent"));
    return check_page(visit, *journey, {});
}

http::Response post_check(Visit& visit) {
    auto const journey = open_journey(visit);
    if (!journey) return start_again(visit);
    if (journey->was_sent()) return visit.see_other(visit.path("/report/sent"));
    auto read = read_all(visit, journey->answers);
    if (!read.left.empty()) return check_page(visit, *journey, std::move(read.first_problems));
    auto input = to_send(read.answers, journey->answers, visit.language());
    input.report.channel = "online";
    input.draft = journey->draft.id;
    input.rights_shown = "victims-code-page";
    auto const sent = usecases::reports::send_report(visit.context, input);
    if (sent) return visit.see_other(visit.path("/report/sent"));
    if (is_about_the_form(sent.error()))
        return check_page(visit, *journey,
                          visit.is_welsh() ? std::vector<Problem>{{"", "Mae angen newid rhai atebion"}}
                                           : problems_of(sent.error()));
    return visit.refused(sent.error());
}

}  // namespace doorstep::pages::reports
