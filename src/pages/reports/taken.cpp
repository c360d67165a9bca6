#include "pages/reports/taken.h"

#include "govuk/button.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "pages/reports/display.h"
#include "pages/reports/taken_files.h"
#include "pages/reports/taken_journey.h"

namespace doorstep::pages::reports {
namespace {

/// The words of an answer are enough to know it again; more is not shown in a list.
std::string beginning_of(Draft const& draft) {
    auto const journey = journey_of(draft);
    auto const place = std::string(journey.answers.value("place"));
    if (!place.empty()) return place.size() <= 60 ? place : "A place described in words";
    auto const postcode = std::string(journey.answers.value("postcode"));
    return postcode.empty() ? "Nothing about the place yet" : postcode;
}

Html drafts_table(Visit& visit, std::vector<Draft> const& drafts) {
    govuk::Table table{.head = {{.text = "Place"},
                                {.text = "Last saved"},
                                {.text = "Kept until"},
                                {.html = html::hidden("Remove")}},
                       .caption = "Reports you have not finished",
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true,
                       .stacks = true};
    for (auto const& draft : drafts) {
        auto const journey = journey_of(draft);
        auto const page = find_group(draft.step) || draft.step == "check" ? draft.step : std::string("came");
        auto const place = beginning_of(draft);
        Html label;
        label << "Remove" << html::hidden(" the report about " + place);
        table.rows.push_back(
            {{.html = html::a(taken_address(journey, page), place)},
             {.text = instant_words(draft.updated_at)},
             {.text = date_words(draft.expires_on)},
             {.html = visit.form(taken_address(journey, "remove"),
                                 govuk::button({.html = label, .classes = "govuk-button--secondary"}))}});
    }
    return govuk::table_wrap({.table = std::move(table), .label = ""});
}

/// One question or a few, under a heading when the group has others.
Html question_of(Visit& visit, Group const& group, Step const& step, Journey const& journey,
                 Pairs const& typed, std::vector<Problem> const& problems) {
    Html html;
    bool const has_heading = group.steps.size() > 1 && !step.title.empty();
    if (has_heading) html << html::h2(step.title.english);
    html << forms::render_fields(step.question().shapes(),
                                 {.typed = typed,
                                  .problems = problems,
                                  .language = http::Language::english,
                                  .choices = choices_for(visit, step, journey.answers),
                                  .question_is_heading = false,
                                  .caption = {}});
    return html;
}

void set_date(Pairs& typed, std::string const& field, Date date) {
    typed.set(field + "-day", std::to_string(date.day()));
    typed.set(field + "-month", std::to_string(date.month()));
    typed.set(field + "-year", std::to_string(date.year()));
}

Html tellings_so_far(Pairs const& answers) {
    std::vector<Html> lines;
    for (auto const& telling : earlier_tellings(answers)) {
        Html line;
        line << choice_text(told_question(), "told", name_of(telling.told), http::Language::english) << ": "
             << telling_words(telling, http::Language::english);
        lines.push_back(std::move(line));
    }
    return lines.empty() ? Html() : html::list(lines);
}

std::vector<forms::FieldShape> shapes_of(Group const& group, std::vector<Step const*> const& asked) {
    if (group.name == "came") return came_question().shapes();
    if (group.name == "told") return told_question().shapes();
    std::vector<forms::FieldShape> all;
    for (auto const* step : asked)
        for (auto& shape : step->question().shapes()) all.push_back(std::move(shape));
    return all;
}

http::Response group_page(Visit& visit, Group const& group, Journey const& journey, Pairs typed,
                          std::vector<Problem> problems) {
    auto const facts = facts_of(visit);
    auto const asked = steps_of(group, journey.answers, facts);
    Html body = forms::problem_summary(problems, shapes_of(group, asked), http::Language::english);
    body << html::h1(group.title) << taken_advice(visit, journey.answers);
    if (group.name == "when") body << taken_signposts(visit, journey.answers);
    body << script_words(group);
    Html fields;
    if (group.name == "came") {
        if (!typed.has("received-on") && !typed.has("received-on-day"))
            set_date(typed, "received-on", visit.context.today);
        fields << forms::render_fields(
            came_question().shapes(),
            {.typed = typed, .problems = problems, .choices = channel_choices(visit)});
    } else if (group.name == "told") {
        fields << tellings_so_far(journey.answers)
               << forms::render_fields(told_question().shapes(), {.typed = typed, .problems = problems});
    } else {
        for (auto const* step : asked) fields << question_of(visit, group, *step, journey, typed, problems);
    }
    Html buttons = govuk::button({.text = "Continue", .prevent_double_click = true});
    if (group.name == "told")
        buttons << govuk::button({.text = "Save and add another",
                                  .name = "another",
                                  .value = "yes",
                                  .classes = "govuk-button--secondary"});
    buttons << govuk::button({.text = "Save and finish later",
                              .name = "later",
                              .value = "yes",
                              .classes = "govuk-button--secondary"});
    fields << html::button_group(buttons);
    auto const action = taken_address(journey, group.name) + (returns_to_check(visit) ? "?return=check" : "");
    body << visit.form(action, fields);
    auto page = taken_page(std::string(group.title), std::move(body));
    page.has_errors = !problems.empty();
    page.back = back_from(visit, group, journey);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

void take_channel(Pairs& answers, Pairs const& typed) {
    for (auto const* name :
         {"channel", "received-on", "received-on-day", "received-on-month", "received-on-year"}) {
        answers.remove(name);
        if (auto const value = typed.value(name); !value.empty()) answers.add(name, std::string(value));
    }
}

http::Response post_came(Visit& visit, Group const& group, Journey& journey) {
    auto parsed = visit.parse(came_question(), channel_choices(visit));
    if (!parsed.ok()) return group_page(visit, group, journey, parsed.typed, std::move(parsed.problems));
    save_answers(visit, journey, group.name,
                 [&](Pairs& answers) { take_channel(answers, visit.request.form); });
    return visit.see_other(taken_address_after(visit, group, journey));
}

http::Response post_tellings(Visit& visit, Group const& group, Journey& journey) {
    auto const& typed = visit.request.form;
    bool const is_empty = !has_value(told_question(), typed);
    if (is_empty && !typed.has("another") && !earlier_tellings(journey.answers).empty())
        return visit.see_other(taken_address_after(visit, group, journey));
    auto const parsed = visit.parse(told_question());
    if (!parsed.ok()) return group_page(visit, group, journey, parsed.typed, parsed.problems);
    save_answers(visit, journey, group.name, [&](Pairs& answers) {
        add_earlier(answers, {.told = *parsed.input.told,
                              .told_on = parsed.input.told_on,
                              .reference = parsed.input.told_reference});
        mark_done(answers, *find_step("told"));
    });
    return visit.see_other(typed.has("another") ? taken_address(journey, group.name)
                                                : taken_address_after(visit, group, journey));
}

/// What the caller does not say is left empty: the question was asked and passed by.
bool is_passed_by(Step const& step, Pairs const& typed) {
    return step.skip != Skip::none && !has_value(step.question(), typed);
}

http::Response post_questions(Visit& visit, Group const& group, Journey& journey) {
    auto const& typed = visit.request.form;
    auto const asked = steps_of(group, journey.answers, facts_of(visit));
    if (!typed.has("later")) {
        std::vector<Problem> problems;
        Answers read;
        for (auto const* step : asked) {
            if (is_passed_by(*step, typed)) continue;
            auto of_step = read_step(read, *step, typed,
                                     {.today = visit.context.today,
                                      .language = http::Language::english,
                                      .choices = choices_for(visit, *step, journey.answers)});
            problems.insert(problems.end(), of_step.begin(), of_step.end());
        }
        if (!problems.empty()) return group_page(visit, group, journey, typed, std::move(problems));
    }
    save_answers(visit, journey, group.name, [&](Pairs& answers) {
        for (auto const* step : asked) {
            if (typed.has("later")) {
                take_answers(answers, *step, typed);
            } else if (is_passed_by(*step, typed)) {
                mark_skipped(answers, *step);
            } else {
                take_answers(answers, *step, typed);
                mark_done(answers, *step);
            }
        }
    });
    return visit.see_other(typed.has("later") ? "/reports/new" : taken_address_after(visit, group, journey));
}

}  // namespace

http::Response show_taken_list(Visit& visit) {
    auto const drafts = usecases::reports::my_taken_drafts(visit.context);
    Html body = html::h1("Take a report");
    body << html::p(
        "Write down what somebody tells you by telephone, in person, by letter or e-mail. The questions are "
        "worded so that you can read them aloud. What they do not want to say you leave empty.");
    body << visit.form("/reports/new",
                       govuk::button({.text = "Start a report", .prevent_double_click = true}));
    if (drafts.empty())
        body << html::p("You have no unfinished reports. If a call is cut off, what you saved will be here.");
    else
        body << drafts_table(visit, drafts);
    auto page = taken_page("Take a report", std::move(body));
    page.breadcrumbs.clear();
    return visit.page(std::move(page));
}

http::Response post_taken_list(Visit& visit) {
    auto draft = usecases::reports::begin_taken_draft(visit.context);
    if (!draft) return visit.refused(draft.error());
    return visit.see_other(taken_address(journey_of(std::move(*draft)), groups().front().name));
}

http::Response show_taken_group(Visit& visit) {
    auto const* group = find_group(visit.request.parameter("group"));
    if (!group) return visit.refused(Refusal(RefusalKind::not_found, "page-not-found", "Page not found"));
    auto const journey = open_taken(visit);
    if (!journey) return visit.refused(journey.error());
    if (journey->was_sent()) return visit.see_other(taken_address(*journey, "sent"));
    if (group->name == "evidence") return show_taken_files(visit, *group, *journey, {});
    auto typed = journey->answers;
    if (group->name == "told") typed = {};
    return group_page(visit, *group, *journey, std::move(typed), {});
}

http::Response post_taken_group(Visit& visit) {
    auto const* group = find_group(visit.request.parameter("group"));
    if (!group) return visit.refused(Refusal(RefusalKind::not_found, "page-not-found", "Page not found"));
    auto journey = open_taken(visit);
    if (!journey) return visit.refused(journey.error());
    if (journey->was_sent()) return visit.see_other(taken_address(*journey, "sent"));
    if (visit.request.form.has("later") && group->steps.empty()) {
        save_answers(visit, *journey, group->name,
                     [&](Pairs& answers) { take_channel(answers, visit.request.form); });
        return visit.see_other("/reports/new");
    }
    if (group->name == "came") return post_came(visit, *group, *journey);
    if (group->name == "told") {
        if (visit.request.form.has("later")) return visit.see_other("/reports/new");
        return post_tellings(visit, *group, *journey);
    }
    return post_questions(visit, *group, *journey);
}

http::Response remove_taken(Visit& visit) {
    auto const journey = open_taken(visit);
    if (!journey) return visit.refused(journey.error());
    auto const removed = usecases::reports::remove_taken_draft(visit.context, journey->draft.id);
    if (!removed) return visit.refused(removed.error());
    return visit.done("/reports/new", "Unfinished report removed.");
}

}  // namespace doorstep::pages::reports
