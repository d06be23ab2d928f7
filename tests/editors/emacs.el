;;; emacs.el --- lets tests ask a running Emacs  -*- lexical-binding: t -*-

;; Each connection to the socket that SCOPE_LSP_SOCKET names sends one expression, and is answered
;; with its value in JSON.  The expression sees the buffer that is shown.

(require 'flymake)
(require 'json)

(defun tests-diagnostics ()
  "What Flymake holds of the buffer, in order."
  (vconcat
   (mapcar
    (lambda (one)
      (let* ((data (flymake-diagnostic-data one))
             (sent (alist-get 'eglot-lsp-diag data))
             (related (append (plist-get sent :relatedInformation) nil))
             (place (plist-get (plist-get (plist-get (car related) :location) :range) :start)))
        (save-excursion
          (goto-char (flymake-diagnostic-beg one))
          (list :line (line-number-at-pos)
                :column (1+ (current-column))
                :severity (aref ["" "error" "warning" "information" "hint"]
                                (plist-get sent :severity))
                :code (plist-get sent :code)
                :message (plist-get sent :message)
                :related (if related (1+ (plist-get place :line)) :null)))))
    (sort (flymake-diagnostics)
          (lambda (one other) (< (flymake-diagnostic-beg one) (flymake-diagnostic-beg other)))))))

(make-network-process
 :name "tests" :server t :family 'local :service (getenv "SCOPE_LSP_SOCKET") :coding 'binary
 :filter (lambda (connection text)
           (let ((value (with-current-buffer (window-buffer)
                          (eval (car (read-from-string text)) t))))
             (process-send-string connection (json-serialize value))
             (delete-process connection))))
