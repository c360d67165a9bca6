#include "pages/letters/letter.h"

#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/letters/parts.h"
#include "usecases/messages/end_letter.h"
#include "usecases/messages/view_letters.h"
#include "usecases/messages/write_letter.h"

namespace doorstep::pages::letters {
namespace {

using domain::messages::Channel;
using domain::messages::Message;
using domain::messages::State;
using forms::required;
using usecases::messages::ChangeLetter;
using usecases::messages::LetterView;
using usecases::messages::MessageRef;

forms::Form<ChangeLetter> const& change_letter_form() {
    static auto const form = forms::form<ChangeLetter>(
        "change-letter",
        forms::text_field(&ChangeLetter::heading, {.name = "heading", .label = "What it is about"},
                          {required("Enter what the letter is about"),
                           forms::at_most(200, "What it is about must be 200 characters or fewer")}),
        forms::textarea_field(&ChangeLetter::body,
                              {.name = "body",
                               .label = "Words",
                               .hint = "A line that begins with ## is a heading, one that begins with - an "
                                       "item of a list. An empty line begins a new paragraph",
                               .rows = 24},
                              {required("Enter the words of the letter"),
                               forms::at_most(20'000, "The letter must be 20,000 characters or fewer")}));
    return form;
}

std::string to_words(Message const& message) {
    if (message.channel == Channel::letter || message.destination.empty()) return message.addressee;
    return message.addressee + ", " + message.destination;
}

void add_row(govuk::SummaryList& list, char const* key, std::string value) {
    if (!value.empty()) list.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}});
}

govuk::SummaryList facts_of(LetterView const& view) {
    auto const& message = view.message;
    govuk::SummaryList list;
    list.rows.push_back({.key = {.text = "State"}, .value = {.html = govuk::tag(state_tag(message))}});
    add_row(list, "To", to_words(message));
    add_row(list, "How", std::string(words_of(message.channel)));
    add_row(list, "Letter", view.letter_title);
    if (message.language == "cy") add_row(list, "Language", "Welsh");
    if (message.large_print) add_row(list, "Print", "Large");
    add_row(list, "Written",
            (view.written_by.empty() ? std::string("By Doorstep") : "By " + view.written_by) + " on " +
                date_words(london_date(message.created_at)));
    if (message.state == State::waiting)
        add_row(
            list, "Leaves",
            message.channel == Channel::letter
                ? "When it is printed and posted"
                : (message.channel == Channel::text     ? std::string("When a colleague sends it, from ")
                   : message.channel == Channel::spoken ? std::string("When a colleague tells them, from ")
                                                        : std::string("From ")) +
                      instant_words(message.not_before));
    if (message.sent_at)
        add_row(list, "Left",
                (message.sent_how ? std::string(words_of(*message.sent_how)) + ", " : "") +
                    instant_words(*message.sent_at) + (view.sent_by.empty() ? "" : ", by " + view.sent_by));
    add_row(list, "Proof of posting", message.proof);
    if (message.returned_on)
        add_row(list, "Came back",
                date_words(*message.returned_on) +
                    (message.returned_note.empty() ? "" : ": " + message.returned_note));
    if (message.attempts > 0 && message.state != State::sent)
        add_row(list, "Tries", std::to_string(message.attempts));
    add_row(list, "What went wrong", message.last_error);
    add_row(list, "Why it could go", message.check_reason);
    return list;
}

/// A button that posts to `path` of the letter with the version people saw.
Html act(Visit& visit, LetterView const& view, char const* path, char const* words, char const* classes) {
    http::Pairs hidden;
    hidden.set("version", std::to_string(view.message.version));
    return visit.form(letter_address(view.reference, view.message.id) + path,
                      govuk::button({.text = words, .classes = classes, .prevent_double_click = true}),
                      std::move(hidden));
}

http::Response view_page(Visit& visit, LetterView const& view) {
    auto const& message = view.message;
    Html body;
    if (message.state == State::failed)
        body << govuk::warning_text(
            {.text = "This could not be sent. Reach them another way that is safe, or try again."});
    if (message.state == State::waiting && message.channel == Channel::spoken)
        body << govuk::inset_text({.text = "Nothing can be written to them. Tell them what this says, by a "
                                           "way that is safe for them."});
    body << govuk::summary_list(facts_of(view));
    if (view.may_change) {
        if (message.state == State::waiting && message.channel == Channel::text)
            body << act(visit, view, "/told", "I sent the text, or rang them", "");
        if (message.state == State::waiting && message.channel == Channel::spoken)
            body << act(visit, view, "/told", "I told them", "");
        if (message.state == State::failed && message.channel == Channel::email)
            body << act(visit, view, "/retry", "Try again", "");
        if (message.is_open() || message.state == State::failed)
            body << act(visit, view, "/cancellation", "Cancel it", "govuk-button--secondary");
    }
    body << html::h2("What it says") << letter_as_it_leaves(message, message.subject, message.body);
    auto page = cases::form_page(
        {.reference = view.reference, .title = "Letter or message", .body = std::move(body)});
    page.breadcrumbs.push_back({"Letters and messages", letters_address(view.reference)});
    return visit.page(std::move(page));
}

http::Response draft_page(Visit& visit, LetterView const& view, http::Pairs typed,
                          std::vector<Problem> const& problems) {
    auto const address = letter_address(view.reference, view.message.id);
    auto const shapes = change_letter_form().shapes();
    govuk::SummaryList list;
    add_row(list, "To", to_words(view.message));
    add_row(list, "How", std::string(words_of(view.message.channel)));
    if (view.message.language == "cy") add_row(list, "Language", "Welsh");
    Html body = govuk::summary_list(list);
    http::Pairs hidden;
    hidden.set("version", std::to_string(view.message.version));
    Html fields =
        forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems, .choices = {}});
    fields << forms::buttons("Save and check", letters_address(view.reference));
    body << visit.form(address, fields, std::move(hidden));
    body << act(visit, view, "/cancellation", "Cancel this letter", "govuk-button--secondary");
    auto page = cases::form_page({.reference = view.reference,
                                  .title = "Change the letter",
                                  .body = std::move(body),
                                  .has_errors = !problems.empty()},
                                 forms::problem_summary(problems, shapes, visit.language()));
    page.breadcrumbs.push_back({"Letters and messages", letters_address(view.reference)});
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

http::Response end(Visit& visit, Expected<Done> (*verb)(usecases::Context&, MessageRef const&),
                   char const* notice) {
    auto const id = letter_id(visit);
    if (!id) return no_such_letter(visit);
    std::string const reference(visit.request.parameter("reference"));
    auto const ended = verb(visit.context, {reference, *id, seen_version(visit)});
    if (!ended) return visit.refused(ended.error());
    return visit.done(letter_address(reference, *id), notice);
}

}  // namespace

http::Response show_letter(Visit& visit) {
    auto const id = letter_id(visit);
    if (!id) return no_such_letter(visit);
    auto const view =
        usecases::messages::view_letter(visit.context, visit.request.parameter("reference"), *id);
    if (!view) return visit.refused(view.error());
    if (view->message.state != State::draft || !view->may_change || view->case_is_closed)
        return view_page(visit, *view);
    http::Pairs typed;
    typed.set("heading", view->message.heading);
    typed.set("body", view->message.body);
    return draft_page(visit, *view, std::move(typed), {});
}

http::Response post_letter(Visit& visit) {
    auto const id = letter_id(visit);
    if (!id) return no_such_letter(visit);
    auto const view =
        usecases::messages::view_letter(visit.context, visit.request.parameter("reference"), *id);
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(change_letter_form());
    if (!parsed.ok()) return draft_page(visit, *view, std::move(parsed.typed), parsed.problems);
    parsed.input.reference = view->reference;
    parsed.input.id = *id;
    parsed.input.version = seen_version(visit);
    auto const changed = usecases::messages::change_letter(visit.context, parsed.input);
    if (changed) return visit.see_other(letter_address(view->reference, *id) + "/check");
    if (is_about_the_form(changed.error()))
        return draft_page(visit, *view, std::move(parsed.typed), problems_of(changed.error()));
    return visit.refused(changed.error());
}

http::Response post_cancellation(Visit& visit) {
    return end(visit, usecases::messages::cancel_letter, "It is cancelled and will not go.");
}
http::Response post_retry(Visit& visit) {
    return end(visit, usecases::messages::try_again, "It will be tried again within a few minutes.");
}
http::Response post_told(Visit& visit) {
    return end(visit, usecases::messages::mark_told, "Saved that they were told.");
}

}  // namespace doorstep::pages::letters
