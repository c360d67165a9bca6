#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "forms/form.h"
#include "forms/render.h"
#include "http/request.h"
#include "http/response.h"
#include "http/route.h"
#include "pages/layout.h"
#include "pages/page.h"
#include "usecases/context.h"

namespace doorstep::pages {

/// What the page needs to know of the session, given by web/.
struct SessionFacts {
    std::string csrf_token;  ///< for every form of this response
    std::optional<Instant> idle_ends_at;
    std::string token;                  ///< of the session cookie; for signing out and the second step only
    std::optional<std::string> notice;  ///< what the last act wants to say, once
};

/// One visit of somebody to one address: what a handler works with.
class Visit {
  public:
    Visit(usecases::Context& context, http::Request& request, SessionFacts session)
        : context(context), request(request), session(std::move(session)) {}

    usecases::Context& context;
    http::Request& request;
    SessionFacts session;

    /// Puts the layout around the page, with the viewer's menu and any notice waiting.
    http::Response page(Page page, int status = 200);
    /// 303 to `path`, where a green banner says `notice` once.
    http::Response done(std::string path, std::string notice);
    http::Response see_other(std::string path) { return http::see_other(std::move(path)); }
    /// The page for a refusal that no form can show (E2, E3, E6, E8, E11, E13).
    http::Response refused(Refusal const& refusal);

    http::Language language() const { return request.language; }
    bool is_welsh() const { return request.language == http::Language::welsh; }
    /// The path in the language of this visit: "/cy/report" or "/report".
    std::string path(std::string_view path) const;

    template <class Input>
    forms::Parsed<Input> parse(forms::Form<Input> const& form, forms::Choices choices = {}) const {
        return forms::parse(
            form, request.form,
            {.today = context.today, .language = request.language, .choices = std::move(choices)});
    }
    /// `<form>` to this or another address, with the token.
    Html form(std::string action, Html const& content, http::Pairs hidden = {},
              bool sends_files = false) const;

  private:
    Layout layout();
};

using Handler = std::function<http::Response(Visit&)>;
using Route = http::RouteOf<Handler>;
using Routes = std::vector<Route>;

/// The problems to show when a use-case refused what a form said: those that name a field, else the message
/// itself.
std::vector<Problem> problems_of(Refusal const& refusal);
/// True when the refusal can be put right on the form it came from; others get a page of their own.
bool is_about_the_form(Refusal const& refusal);

}  // namespace doorstep::pages
