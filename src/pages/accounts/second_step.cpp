#include "pages/accounts/second_step.h"

#include "documents/qr_code.h"
#include "govuk/button.h"
#include "govuk/details.h"
#include "govuk/inset_text.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/accounts/sign_in.h"
#include "pages/menu.h"
#include "usecases/accounts/second_step.h"

namespace doorstep::pages::accounts {
namespace {

using usecases::accounts::SecondStepOffer;
using usecases::accounts::SetUpSecondStep;

forms::Form<SetUpSecondStep> const& set_up_form() {
    static auto const form = forms::form<SetUpSecondStep>(
        "second-step",
        forms::password_field(
            &SetUpSecondStep::password,
            {.name = "password", .label = "Your password", .hint = "So that we know it is still you"}),
        forms::text_field(&SetUpSecondStep::code,
                          {.name = "code",
                           .label = "Code",
                           .hint = "The 6 digits your app shows for Doorstep",
                           .classes = "govuk-input--width-5",
                           .autocomplete = "one-time-code",
                           .input_mode = "numeric",
                           .spellcheck = false},
                          {forms::required("Enter the code your app shows")}),
        forms::hidden_field(&SetUpSecondStep::sealed, {.name = "offer"}));
    return form;
}

Html way_to_scan(SecondStepOffer const& offer) {
    auto const picture =
        "data:image/svg+xml," + http::percent_encode(documents::qr_code_svg(offer.setup_link));
    Html body = html::h2("1. Get an app");
    body << html::p(
        "Use any app for one-time codes, such as Google Authenticator, Microsoft Authenticator or FreeOTP, "
        "on your "
        "phone or work computer. A password manager can do it too.");
    body << html::h2("2. Add Doorstep to it");
    body << html::p("Choose to add an account in the app, and scan this picture.");
    body << html::image(picture, "QR code with the key below", "ds-qr");
    body << govuk::details({.summary_text = "I cannot scan it", .html = [&] {
                                Html words = html::p("Type this key into the app. Spaces do not matter.");
                                words << html::codes({offer.key});
                                words << html::p("If the app asks: time based, SHA-1, 6 digits, 30 seconds.");
                                return words;
                            }()});
    return body;
}

http::Response second_step_page(Visit& visit, SecondStepOffer const& offer, std::vector<Problem> problems) {
    auto const shapes = set_up_form().shapes();
    auto const* title = offer.replaces_one ? "Replace your second step" : "Set up your second step";
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1(title);
    body << html::p(
        "You sign in with your password and then a code from an app. Somebody who learns your password "
        "cannot "
        "read people's cases without it.");
    if (offer.replaces_one)
        body << govuk::inset_text(
            {.text = "The app you use now stops working once you have confirmed the new one. "
                     "You get new recovery codes and are signed out on other devices."});
    body << way_to_scan(offer) << html::h2("3. Confirm it");
    http::Pairs typed;
    typed.set("offer", offer.sealed);
    forms::FormView const view{.typed = std::move(typed), .problems = problems};
    Html fields;
    if (offer.asks_password) fields << forms::render_field(shapes, "password", view);
    fields << forms::render_field(shapes, "code", view) << forms::render_field(shapes, "offer", view)
           << forms::buttons("Confirm", offer.asks_password ? "/your-account" : "");
    body << visit.form("/staff/second-step/new", fields, hidden_next(visit));
    Page page;
    page.title = title;
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

http::Response to_sign_in(Visit& visit) {
    return visit.see_other("/staff/sign-in" + next_query(next_of(visit)));
}

}  // namespace

http::Response recovery_codes_page(Visit& visit, std::vector<std::string> const& codes,
                                   std::string const& next) {
    Html body = html::h1("Keep your recovery codes");
    body << html::p(
        "If you lose the phone with your app, each of these codes signs you in once, with your password.");
    body << html::codes(codes);
    body << govuk::warning_text(
        {.text = "We show them this once. Write them down or print them, and keep them where "
                 "you keep other valuables, not with your phone."});
    Html buttons = html::print_button("Print");
    buttons << govuk::button({.text = "I have kept them: continue", .href = next});
    body << buttons;
    Page page;
    page.title = "Keep your recovery codes";
    page.print_reference = "Recovery codes";
    page.body = html::two_thirds(body);
    return visit.page(std::move(page));
}

http::Response show_second_step(Visit& visit) {
    auto const offer = usecases::accounts::offer_second_step(visit.context, visit.session.token);
    if (!offer) return to_sign_in(visit);
    return second_step_page(visit, *offer, {});
}

http::Response post_second_step(Visit& visit) {
    auto parsed = visit.parse(set_up_form());
    auto const offer =
        usecases::accounts::offer_second_step(visit.context, visit.session.token, parsed.input.sealed);
    if (!offer) return to_sign_in(visit);
    if (offer->asks_password && parsed.input.password.empty())
        parsed.problems.insert(parsed.problems.begin(), {"password", "Enter your password"});
    if (!parsed.ok()) return second_step_page(visit, *offer, std::move(parsed.problems));

    auto const done =
        usecases::accounts::set_up_second_step(visit.context, visit.session.token, parsed.input);
    if (!done) {
        if (done.error().code() == "already-done")
            return visit.done("/your-account",
                              "Your second step is set up. If you did not see your recovery codes, "
                              "make new ones below.");
        if (is_about_the_form(done.error()))
            return second_step_page(visit, *offer, problems_of(done.error()));
        return visit.refused(done.error());
    }
    auto next = next_of(visit);
    if (next.empty()) next = offer->asks_password ? "/your-account" : home_for(visit.context.viewer);
    if (!http::is_on_this_site(next)) next = "/";
    if (done->must_change_password) next = "/your-account/password" + next_query(next);
    return recovery_codes_page(visit, done->recovery_codes, next).with_cookie(session_cookie(done->token));
}

}  // namespace doorstep::pages::accounts
