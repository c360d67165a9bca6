#pragma once

#include <openssl/evp.h>

#include <memory>
#include <string>

#include "storage/copy/copied_table.h"

namespace doorstep::storage::copy {

/// SHA-256 over the canonical form of rows (storage/copy.h).
class ContentHash {
  public:
    ContentHash();
    void add(Cells const& cells);
    void add(std::string_view bytes);
    std::string hexadecimal();

  private:
    struct Free {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> context_;
    std::string row_;
};

}  // namespace doorstep::storage::copy
