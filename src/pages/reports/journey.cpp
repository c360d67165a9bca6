#include "pages/reports/journey.h"

#include "base/text.h"
#include "forms/json.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "pages/reports/asides.h"
#include "pages/reports/evidence.h"
#include "pages/reports/inputs.h"
#include "pages/reports/told.h"
#include "usecases/places/find_addresses.h"

namespace doorstep::pages::reports {
namespace {

constexpr std::string_view draft_cookie_name = "draft";

Words const continue_words{"Continue", "Parhau"};
Words const skip_words{"I do not want to say", "Dydw i ddim am ddweud"};
Words const do_not_know_words{"I do not know", "Dydw i ddim yn gwybod"};
Words const later_words{"Save and come back later", "Cadw a dod yn ôl yn nes ymlaen"};
Words const not_listed_words{"It is not in this list", "Nid yw yn y rhestr hon"};

/// Nobody has begun yet: the first question alone may be asked without a draft.
bool is_first(Step const& step) { return &step == &steps().front(); }

Html not_ours(Visit& visit, std::string_view postcode) {
    auto const council = visit.context.settings().list("signposts").find("council", visit.context.today);
    Html said;
    if (visit.is_welsh()) {
        said << "Nid oes gennym gartrefi yn " << postcode
             << ". Byddwn yn dal i gymryd eich adroddiad ac yn dweud wrthych pwy arall all helpu.";
        if (council) said << " " << council->label_welsh << ": " << council->detail("telephone") << ".";
    } else {
        said << "We have no homes at " << postcode
             << ". We will still take your report, and tell you who else can help.";
        if (council) said << " " << council->label << ": " << council->detail("telephone") << ".";
    }
    return govuk::inset_text({.html = said});
}

http::Response question_page(Visit& visit, Step const& step, Pairs const& answers, Pairs typed,
                             std::vector<Problem> problems) {
    auto choices = choices_for(visit, step, answers);
    auto const shapes = step.question().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    bool const nothing_here = step.name == "address" && choices["address"].size() == 1;
    if (!question_is_heading(step) && (step.name != "address" || nothing_here))
        body << html::h1(words(visit, step.title));
    if (!step.intro.empty()) body << html::p(words(visit, step.intro));
    Html fields;
    if (nothing_here) {
        fields << not_ours(visit, text::postcode(answers.value("postcode")))
               << html::hidden_input("address", "none");
    } else {
        fields << forms::render_fields(
            shapes, {.typed = std::move(typed),
                     .problems = problems,
                     .language = visit.language(),
                     .choices = std::move(choices),
                     .question_is_heading = question_is_heading(step) || step.name == "address",
                     .caption = {}});
    }
    fields << journey_buttons(visit, step);
    body << visit.form(address_of(visit, step), fields);
    auto page = journey_page(visit, step, answers, std::move(body));
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

http::Response show_page_of(Visit& visit, Step const& step, Journey const& journey) {
    if (step.name == "evidence") return show_evidence(visit, journey, {});
    if (step.name == "told") return show_told(visit, journey, {}, {});
    if (!step.question) return show_aside(visit, step, journey);
    return question_page(visit, step, journey.answers, journey.answers, {});
}

/// A page that is left out by what was answered leads to the next one that is asked.
http::Response to_where_it_goes_on(Visit& visit, Journey const& journey) {
    auto const left = steps_left(journey.answers, facts_of(visit));
    return visit.see_other(
        visit.path(left.empty() ? "/report/check" : "/report/" + std::string(left.front()->name)));
}

http::Response post_answers(Visit& visit, Step const& step, Journey& journey) {
    auto const& typed = visit.request.form;
    if (typed.has("later")) {
        // Kept as it stands, right or wrong: it is checked when they come back.
        save_answers(visit, journey, step.name, [&](Pairs& answers) { take_answers(answers, step, typed); });
        return visit.see_other(visit.path("/report/save"));
    }
    if (typed.has("skip") && step.skip != Skip::none) {
        save_answers(visit, journey, step.name, [&](Pairs& answers) { mark_skipped(answers, step); });
        return visit.see_other(address_after(visit, step, journey.answers));
    }
    Answers read;
    auto problems = read_step(read, step, typed,
                              {.today = visit.context.today,
                               .language = visit.language(),
                               .choices = choices_for(visit, step, journey.answers)});
    if (!problems.empty()) return question_page(visit, step, journey.answers, typed, std::move(problems));
    save_answers(visit, journey, step.name, [&](Pairs& answers) {
        take_answers(answers, step, typed);
        mark_done(answers, step);
    });
    return visit.see_other(address_after(visit, step, journey.answers));
}

}  // namespace

std::string words(Visit const& visit, Words const& words) { return std::string(words.in(visit.language())); }

Journey journey_of(Draft draft) {
    auto answers = forms::answers_from_json(draft.answers);
    return {.draft = std::move(draft), .answers = std::move(answers)};
}

std::optional<Journey> open_journey(Visit& visit) {
    auto draft = usecases::reports::open_draft(visit.context, visit.request.cookies.value(draft_cookie_name));
    if (!draft) return std::nullopt;
    return journey_of(std::move(*draft));
}

Facts facts_of(Visit& visit) { return {.settings = visit.context.settings(), .today = visit.context.today}; }

http::Cookie draft_cookie(std::string token) {
    return {.name = std::string(draft_cookie_name), .value = std::move(token), .max_age = {}};
}

http::Cookie no_draft_cookie() { return {.name = std::string(draft_cookie_name), .value = "", .max_age = 0}; }

bool save_answers(Visit& visit, Journey& journey, std::string_view step,
                  std::function<void(Pairs& answers)> const& edit) {
    auto const saved = usecases::reports::change_draft(visit.context, journey.draft.id, [&](Draft& draft) {
        journey.answers = forms::answers_from_json(draft.answers);
        edit(journey.answers);
        draft.answers = forms::answers_to_json(journey.answers);
        draft.step = step;
    });
    if (saved) journey.draft = *saved;
    return saved.has_value();
}

bool returns_to_check(Visit const& visit) { return visit.request.query.value("return") == "check"; }

std::string address_of(Visit const& visit, Step const& step) {
    return visit.path("/report/" + std::string(step.name) + (returns_to_check(visit) ? "?return=check" : ""));
}

std::string address_after(Visit& visit, Step const& step, Pairs const& answers) {
    auto const facts = facts_of(visit);
    auto const* next = next_step(step, answers, facts);
    if (!returns_to_check(visit))
        return next ? visit.path("/report/" + std::string(next->name)) : visit.path("/report/check");
    // Straight back, unless the new answer opened a page that was not asked before.
    if (next && !is_done(*next, answers)) return address_of(visit, *next);
    return visit.path("/report/check");
}

forms::Choices choices_for(Visit& visit, Step const& step, Pairs const& answers) {
    forms::Choices choices;
    auto const& settings = visit.context.settings();
    if (step.name == "kind") choices["kinds"] = kind_choices(settings, visit.context.today);
    if (step.name == "address") {
        auto& list = choices["address"];
        auto const found = usecases::places::addresses_at(visit.context, answers.value("postcode"));
        if (found)
            for (auto const& address : found->addresses)
                list.push_back(
                    {.value = std::string(address.id.text()), .text = address.line + ", " + address.town});
        list.push_back(choice("none", not_listed_words));
    }
    return choices;
}

Html journey_buttons(Visit const& visit, Step const& step) {
    Html group = govuk::button({.text = words(visit, continue_words), .prevent_double_click = true});
    if (step.skip != Skip::none)
        group << govuk::button(
            {.text = words(visit, step.skip == Skip::do_not_know ? do_not_know_words : skip_words),
             .name = "skip",
             .value = "yes",
             .classes = "govuk-button--secondary"});
    Html all = html::button_group(group);
    if (!is_first(step))
        all << govuk::button({.text = words(visit, later_words),
                              .name = "later",
                              .value = "yes",
                              .classes = "govuk-button--secondary"});
    return all;
}

Page journey_page(Visit& visit, Step const& step, Pairs const& answers, Html body) {
    Page page;
    page.title = words(visit, heading_of(step));
    page.resident = true;
    page.body = html::two_thirds(body);
    if (returns_to_check(visit)) {
        page.back = BackLink{.href = visit.path("/report/check"), .text = {}};
    } else if (auto const* before = previous_step(step, answers, facts_of(visit))) {
        page.back = BackLink{.href = visit.path("/report/" + std::string(before->name)), .text = {}};
    } else {
        page.back = BackLink{.href = href_in(visit.language(), "/"), .text = {}};
    }
    return page;
}

http::Response start_again(Visit& visit) {
    bool const welsh = visit.is_welsh();
    Page page;
    page.title = welsh ? "Dechrau eto" : "Start again";
    page.resident = true;
    Html body = html::h1(page.title);
    body << html::p(welsh
                        ? "Nid oes dim wedi’i gadw yma. Os ysgrifennoch god i lawr, gallwch ei ddefnyddio i "
                          "barhau."
                        : "Nothing is kept here. If you wrote down a code, you can use it to carry on.");
    Html buttons = govuk::button(
        {.text = welsh ? "Dechrau eto" : "Start again", .href = href_in(visit.language(), "/")});
    buttons << html::a(visit.path("/report/resume"), welsh ? "Defnyddio cod" : "Use a code");
    body << html::button_group(buttons);
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), 410).with_cookie(no_draft_cookie());
}

http::Response show_step(Visit& visit) {
    auto const* step = find_step(visit.request.parameter("step"));
    if (!step) return visit.refused(Refusal(RefusalKind::not_found, "page-not-found", "Page not found"));
    auto journey = open_journey(visit);
    if (!journey || journey->was_sent()) {
        if (is_first(*step)) return question_page(visit, *step, {}, {}, {});
        if (journey) return visit.see_other(visit.path("/report/sent"));
        return start_again(visit);
    }
    if (!applies(*step, journey->answers, facts_of(visit))) return to_where_it_goes_on(visit, *journey);
    return show_page_of(visit, *step, *journey);
}

http::Response post_step(Visit& visit) {
    auto const* step = find_step(visit.request.parameter("step"));
    if (!step) return visit.refused(Refusal(RefusalKind::not_found, "page-not-found", "Page not found"));
    auto journey = open_journey(visit);
    if (is_first(*step) && (!journey || journey->was_sent())) {
        Answers read;
        auto problems =
            read_step(read, *step, visit.request.form,
                      {.today = visit.context.today, .language = visit.language(), .choices = {}});
        if (!problems.empty())
            return question_page(visit, *step, {}, visit.request.form, std::move(problems));
        auto begun = usecases::reports::begin_draft(visit.context);
        Journey fresh{.draft = std::move(begun.draft), .answers = {}};
        return post_answers(visit, *step, fresh).with_cookie(draft_cookie(std::move(begun.token)));
    }
    if (!journey) return start_again(visit);
    if (journey->was_sent()) return visit.see_other(visit.path("/report/sent"));
    if (!applies(*step, journey->answers, facts_of(visit))) return to_where_it_goes_on(visit, *journey);
    if (step->name == "told") return post_told(visit, *journey);
    if (!step->question) return post_aside(visit, *step, *journey);
    return post_answers(visit, *step, *journey);
}

}  // namespace doorstep::pages::reports
